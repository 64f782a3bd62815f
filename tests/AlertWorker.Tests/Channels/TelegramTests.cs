using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

public sealed class TelegramTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly RigOptions _options = new();
    private TelegramServer _server = null!;
    private Rig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.Start();
        _options.Use(_server);
        _options.Time = _time;
        _rig = await Rig.Start(_options);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task An_alert_arrives_once_as_html_without_preview()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();

        var call = Assert.Single(_server.Sends);
        Assert.Equal("html", (string?)call.Body["parse_mode"], ignoreCase: true);
        Assert.True((bool)call.Body["link_preview_options"]!["is_disabled"]!);
        Assert.StartsWith(
            "CLOSED (reported): Torkham – cargo both ways – ",
            _server.Texts("42")[0],
            StringComparison.Ordinal
        );
        Assert.Contains(SomeAlert.Quote.Text, _server.Texts("42")[0], StringComparison.Ordinal);
        Assert.Equal(1, await _rig.Count("sent"));
    }

    [Theory]
    [InlineData("telegram:-1001234/42", "-1001234", 42)]
    [InlineData("telegram:@border_alerts", "@border_alerts", null)]
    public async Task Topics_and_channels_are_reached(string address, string chat, int? topic)
    {
        await _rig.Tell(SomeAlert.Closed, address);
        await _rig.Settled();

        var call = Assert.Single(_server.Sends);
        Assert.Equal(chat, call.Chat);
        Assert.Equal(topic, (int?)call.Body["message_thread_id"]);
    }

    [Fact]
    public async Task Later_news_of_an_incident_answers_to_its_first_message()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Kind = AlertKind.Disputed }, "telegram:42");
        await _rig.Tell(
            SomeAlert.Closed with
            {
                Id = "a3",
                Kind = AlertKind.Reopened,
                Status = Status.Open,
            },
            "telegram:42"
        );
        await _rig.Settled();

        var sends = _server.Sends.ToArray();
        Assert.Null(sends[0].Body["reply_parameters"]);
        Assert.All(sends[1..], call => Assert.Equal(101, (int)call.Body["reply_parameters"]!["message_id"]!));
        Assert.Equal(3, sends.Length);
    }

    [Fact]
    public async Task A_confirmation_edits_the_message_instead_of_sending_another()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();
        await _rig.Tell(Confirmed, "telegram:42");
        await _rig.Settled();

        Assert.StartsWith("CONFIRMED CLOSED: ", Assert.Single(_server.Texts("42")), StringComparison.Ordinal);
        Assert.Single(_server.Sends);
    }

    [Fact]
    public async Task A_confirmation_of_a_deleted_message_is_sent()
    {
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();
        _server.Chats["42"].Clear();
        await _rig.Tell(Confirmed, "telegram:42");
        await _rig.Settled();

        Assert.StartsWith("CONFIRMED CLOSED: ", Assert.Single(_server.Texts("42")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_pauses_every_chat_of_the_token_and_loses_nothing()
    {
        _server.Next("42", Misbehaviour.TooMany(300));
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await Rig.Until(async () => (await _rig.Answers()).Length == 1);
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Incident = "other" }, "telegram:43", "telegram:44");
        await Rig.Until(async () => await _rig.Wait("telegram") > TimeSpan.FromSeconds(200));
        Assert.Single(_server.Sends);

        _time.Advance(TimeSpan.FromSeconds(300));
        await _rig.Settled();
        Assert.Equal(3, await _rig.Count("sent"));
        Assert.Equal(4, _server.Sends.Count());
    }

    [Fact]
    public async Task Other_channels_go_on_while_Telegram_pauses()
    {
        _server.Next("42", Misbehaviour.TooMany(300));
        await _rig.Tell(SomeAlert.Closed, "telegram:42", "console:");

        await Rig.Until(() => _rig.Printed.ToString().Contains("CLOSED (reported)", StringComparison.Ordinal));
        await Rig.Until(async () => await _rig.Count("waiting") == 1);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", true)]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", true)]
    [InlineData(403, "Forbidden: user is deactivated", true)]
    [InlineData(400, "Bad Request: chat not found", true)]
    [InlineData(403, "Forbidden: something new", false)]
    [InlineData(400, "Bad Request: something new", false)]
    public async Task A_refusal_for_good_retires_the_address_and_an_unknown_one_does_not(
        int code,
        string answer,
        bool retires
    )
    {
        _server.Next("42", new Misbehaviour(code, answer));
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Incident = "next" }, "telegram:42");
        await _rig.Settled();

        Assert.Equal(retires ? 1 : 2, _server.Sends.Count());
        Assert.Equal(retires ? ["telegram:42"] : [], await _rig.RetiredAddresses());
        Assert.Equal(retires ? 0 : 1, await _rig.Count("dead"));
    }

    [Fact]
    public async Task A_retired_address_is_told_once_at_another_address_and_not_as_an_alert()
    {
        _rig.Configured.Add(new Subscriber { Id = "acme", To = ["telegram:42", "telegram:77"] });
        _server.Next("42", new Misbehaviour(403, "Forbidden: bot was blocked by the user"));
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();
        await Rig.Until(() => _server.Texts("77").Count == 1);

        var told = _server.Texts("77")[0];
        Assert.Contains("telegram:42", told, StringComparison.Ordinal);
        Assert.Contains("blocked by the user", told, StringComparison.Ordinal);
        Assert.DoesNotContain("CLOSED", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Torkham", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_followed_there()
    {
        _server.Next(
            "-55",
            new Misbehaviour(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                new JsonObject { ["migrate_to_chat_id"] = -100_55L }
            )
        );
        await _rig.Tell(SomeAlert.Closed, "telegram:-55");
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Incident = "next" }, "telegram:-55");
        await _rig.Settled();

        Assert.Equal(["-55", "-10055", "-10055"], _server.Sends.Select(call => call.Chat));
    }

    [Fact]
    public async Task Refused_markup_is_sent_again_as_plain_text()
    {
        _server.Next(
            "42",
            new Misbehaviour(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0")
        );
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();

        var last = _server.Sends.Last();
        Assert.Null(last.Body["parse_mode"]);
        Assert.StartsWith("CLOSED (reported): Torkham", last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", last.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _rig.Count("sent"));
    }

    [Fact]
    public async Task A_topic_that_is_gone_leaves_the_chat()
    {
        _server.Next("-100", new Misbehaviour(400, "Bad Request: message thread not found"));
        await _rig.Tell(SomeAlert.Closed, "telegram:-100/9");
        await _rig.Settled();

        Assert.Null(_server.Sends.Last().Body["message_thread_id"]);
        Assert.Single(_server.Texts("-100"));
    }

    [Fact]
    public async Task A_connection_lost_before_the_effect_loses_nothing()
    {
        _server.Next("42", Misbehaviour.LostBefore);
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();

        Assert.Single(_server.Texts("42"));
    }

    [Fact]
    public async Task A_connection_lost_after_the_effect_gives_at_most_one_duplicate()
    {
        _server.Next("42", Misbehaviour.LostAfter);
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();

        Assert.Equal(2, _server.Texts("42").Count);
        Assert.Equal(_server.Texts("42")[0], _server.Texts("42")[1]);
    }

    [Theory]
    [InlineData(200, "<html><body>Please log in to this network.</body></html>")]
    [InlineData(200, """{"ok":true,"result":true}""")]
    [InlineData(200, "null")]
    [InlineData(502, "<html><body>Bad gateway</body></html>")]
    public async Task What_is_no_answer_of_Telegram_means_later(int status, string page)
    {
        _server.Next("42", new Misbehaviour(status, Page: page));
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await _rig.Settled();

        Assert.Single(_server.Texts("42"));
    }

    [Fact]
    public async Task An_overlong_alert_arrives_whole_enough()
    {
        await _rig.Tell(
            SomeAlert.Closed with
            {
                Quotes = [SomeAlert.Quote with { Text = new string('ب', 5000) }],
            },
            "telegram:42"
        );
        await _rig.Settled();

        Assert.InRange(Assert.Single(_server.Texts("42")).Length, 3900, 4096);
    }

    [Fact]
    public async Task The_token_is_in_no_log_and_no_receipt()
    {
        foreach (
            var misbehaviour in new[]
            {
                new Misbehaviour(500, $"fault at /bot{TelegramServer.Token}/x"),
                new Misbehaviour(400, $"Bad {TelegramServer.Token}"),
            }
        )
            _server.Next("42", misbehaviour);
        await _rig.Tell(SomeAlert.Closed, "telegram:42");
        await Rig.Until(async () => (await _rig.Answers()).Length == 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        await _rig.Settled();

        Assert.Contains("waits, telegram answered", _rig.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-token", _rig.Logs, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-token", string.Concat(await _rig.Answers()), StringComparison.Ordinal);
    }

    private static Alert Confirmed =>
        SomeAlert.Closed with
        {
            Id = "a2",
            Kind = AlertKind.Confirmed,
            Certainty = Certainty.Observed,
            Loud = false,
        };
}

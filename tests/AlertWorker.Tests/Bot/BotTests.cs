using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

public sealed class BotTests : IAsyncLifetime
{
    private readonly RigOptions _options = new();
    private BotRig _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotRig.Start(_options);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _options.Dispose();
    }

    [Theory]
    [InlineData("Torkham", "Torkham")]
    [InlineData("chamn", "Chaman")]
    [InlineData("طورخم", "Torkham")]
    [InlineData("تورخم", "Torkham")]
    [InlineData("سپین بولدک", "Spin Boldak")]
    [InlineData("Торхам", "Torkham")]
    [InlineData("Верхний Ларс", "Lars")]
    [InlineData("wagah", "Wagah")]
    [InlineData("TORKHAM BORDER", "Torkham")]
    [InlineData("/torkham", "Torkham")]
    [InlineData("is torkham open", "Torkham")]
    [InlineData("طورخم کھلا ہے؟", "Torkham")]
    public async Task Watch_finds_a_crossing_as_typed_and_answers_with_its_name(string typed, string name)
    {
        Assert.Contains(name, await _bot.Ask($"/watch {typed}"), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task An_answer_that_meets_a_limit_is_given_after_the_pause()
    {
        _bot.Server.Next("111", Misbehaviour.TooMany(1));
        _bot.Type("/watch torkham");

        await Rig.Until(() => _bot.Server.Texts("111") is [var answer] && answer.Contains("Torkham"));
        Assert.Equal(2, _bot.Server.Sends.Count());
    }

    [Fact]
    public async Task A_status_names_the_nearest_ways_round_whatever_their_order_in_the_gazetteer()
    {
        await _bot.Close("chaman-spin-boldak");

        Assert.Matches(
            "Other ways: Ghulam Khan .*; Zaranj-Milak .*; Taftan-Mirjaveh [^;]*$",
            (await _bot.Ask("/status chaman"))
                .Split('\n')
                .Single(line => line.StartsWith("Other", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_ambiguous_name_is_asked_back_with_a_button_a_candidate()
    {
        await _bot.Ask("/watch Friendship Bridge");
        var buttons = _bot.Server.Sends.Last().Body["reply_markup"]!["inline_keyboard"]!.AsArray();

        Assert.InRange(buttons.Count, 2, 10);
        Assert.Null(await _bot.Person());
        var label = (string)buttons[1]![0]!["text"]!;
        Assert.Contains(label.Split(" (")[0], await _bot.Press(label), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task A_name_nobody_has_is_said_so()
    {
        Assert.Contains("qqqxyzzy", await _bot.Ask("/watch qqqxyzzy"), StringComparison.Ordinal);
        Assert.Null(await _bot.Person());
    }

    [Fact]
    public async Task Countries_and_everything_can_be_watched_and_taken_out_again()
    {
        foreach (var typed in new[] { "PK", "pakistan", "پاکستان", "पाकिस्तान", "Пакистан", "pakistn" })
            Assert.Contains("Pakistan", await _bot.Ask($"/watch {typed}"), StringComparison.Ordinal);
        await _bot.Ask("/watch all");
        var list = await _bot.Ask("/list");

        Assert.Contains("• Pakistan", list, StringComparison.Ordinal);
        Assert.Contains("• everything", list, StringComparison.Ordinal);
        Assert.Equal(["PK"], (await _bot.Person())!.Countries);

        await _bot.Press("✖ everything");
        Assert.Empty((await _bot.Person())!.Crossings);
        await _bot.Ask("/unwatch Pakistan");
        Assert.Empty((await _bot.Person())!.Countries);
        Assert.Contains("nothing yet", await _bot.Ask("/list"), StringComparison.Ordinal);
        await _bot.Ask("/watch سب");
        Assert.Equal(["*"], (await _bot.Person())!.Crossings);
    }

    [Theory]
    [InlineData("PK-AF", "Chaman")]
    [InlineData("Pakistan and India", "Wagah")]
    [InlineData("polska białoruś", "Terespol")]
    public async Task Two_countries_mean_the_crossings_between_them(string typed, string among)
    {
        Assert.Equal("Which one do you mean?", await _bot.Ask($"/watch {typed}"));
        Assert.Contains(among, await _bot.Press(among), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task The_status_of_a_country_is_that_of_its_crossings()
    {
        await _bot.Close("torkham");

        var told = (await _bot.Ask("/status پاکستان", language: "ur")).Split('\n');

        Assert.Equal("پاکستان", told[0]);
        Assert.Contains("Torkham", Assert.Single(told.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_command_a_second_later_is_answered_too()
    {
        _bot.Type("/watch torkham");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _bot.Type("/watch chaman");
        await Rig.Until(() => _bot.Server.Sends.Count() == 2);

        Assert.Equal(2, (await _bot.Person())!.Crossings.Count);
    }

    [Fact]
    public async Task Status_of_something_unknown_never_says_open()
    {
        var answer = await _bot.Ask("/status torkham");

        Assert.StartsWith("NOT KNOWN: Torkham", answer, StringComparison.Ordinal);
        Assert.Contains("No news does not mean open", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_location_lists_the_nearest_crossings()
    {
        _bot.Server.Update(
            _bot.Message(
                111,
                "en",
                "private",
                null,
                new JsonObject
                {
                    ["location"] = new JsonObject { ["latitude"] = 34.1, ["longitude"] = 71.2 },
                }
            )
        );
        await Rig.Until(() => _bot.Server.Texts("111").Count == 1);

        var lines = _bot.Server.Texts("111")[0].Split('\n');
        Assert.Contains("Torkham", lines[1], StringComparison.Ordinal);
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public async Task Stop_deletes_everything_of_the_chat()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();
        Assert.Contains("deleted", await _bot.Ask("/stop"), StringComparison.Ordinal);

        foreach (var table in new[] { "subscriber", "delivery", "receipt", "thread", "address" })
            Assert.Equal(0, await _bot.Rig.Rows(table));
    }

    [Fact]
    public async Task Mute_and_why_stand_under_an_alert_and_mean_that_alert()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();

        var why = await _bot.Ask("/why");
        Assert.Contains(SomeAlert.Quote.Text, why, StringComparison.Ordinal);
        Assert.Contains("first-claim", why, StringComparison.Ordinal);
        var muted = await _bot.Ask("/mute");
        Assert.StartsWith("Muted", muted, StringComparison.Ordinal);
        Assert.Contains("\nCLOSED (reported): Torkham", muted, StringComparison.Ordinal);
        Assert.Equal([SomeAlert.Closed.Incident], (await _bot.Person())!.MutedIncidents);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_keeps_what_it_watches()
    {
        _bot.Server.Members[5] = "administrator";
        await _bot.Ask("/watch@AlertWorkerBot torkham", -7, type: "group", user: 5);
        _bot.Server.Update(_bot.Message(-7, "en", "group", 5, new JsonObject { ["migrate_to_chat_id"] = -1007 }));
        await Rig.Until(async () => await _bot.Person(-1007) is not null);

        Assert.Equal(["torkham"], (await _bot.Person(-1007))!.Crossings);
        Assert.Null(await _bot.Person(-7));
    }

    [Fact]
    public async Task In_groups_only_administrators_are_heard_and_only_when_we_are_meant()
    {
        _bot.Server.Members[5] = "administrator";
        _bot.Type("/watch torkham", -100_7, type: "supergroup", user: 666);
        _bot.Type("/watch@OtherBot torkham", -100_7, type: "supergroup", user: 5);
        _bot.Type("torkham", -100_7, type: "supergroup", user: 5);
        Assert.Contains(
            "Torkham",
            await _bot.Ask("/watch@AlertWorkerBot torkham", -100_7, type: "supergroup", user: 5),
            StringComparison.Ordinal
        );

        Assert.Single(_bot.Server.Sends);
        Assert.Equal(["torkham"], (await _bot.Person(-100_7))!.Crossings);
    }

    [Fact]
    public async Task The_menu_is_registered_in_every_language()
    {
        await Rig.Until(() =>
            _bot.Server.Calls.Count(call => call.Method == "setMyCommands") == SomeAlert.Catalogs.All.Count
        );
        Assert.Contains(
            _bot.Server.Calls,
            call => call.Method == "setMyCommands" && (string?)call.Body["language_code"] == "ur"
        );
    }
}

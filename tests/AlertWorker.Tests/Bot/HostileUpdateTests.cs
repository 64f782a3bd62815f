using System.Text.Json.Nodes;
using AlertWorker.Channels;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

public sealed class HostileUpdateTests : IAsyncLifetime
{
    private readonly RigOptions _options = new();
    private BotRig _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotRig.Start(_options);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task A_button_of_one_chat_is_worth_nothing_in_another()
    {
        await _bot.Ask("/watch torkham", 111);
        await _bot.Ask("/watch torkham", 666);
        await _bot.Ask("/list", 111);

        Assert.Equal("This button has expired.", await _bot.Press("✖ ", 111, user: 666, inChat: 666));
        Assert.Single((await _bot.Person(666))!.Crossings);
    }

    [Theory]
    [InlineData("ack:alert:42:chat:111")]
    [InlineData("unsub:111")]
    [InlineData("../../etc/passwd\u0000AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("uAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_forged_button_does_nothing(string data)
    {
        await _bot.Ask("/watch torkham");

        Assert.Equal("This button has expired.", await _bot.PressData(data));
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task A_replayed_update_does_nothing_twice()
    {
        var watch = _bot.Message(111, "en", "private", null, new JsonObject { ["text"] = "/watch torkham" }, id: 5000);
        _bot.Server.Update(watch);
        _bot.Server.Update(_bot.Message(111, "en", "private", null, new JsonObject { ["text"] = "/stop" }, id: 5001));
        await Rig.Until(() => _bot.Server.Sends.Count() == 2);
        // A server that forgets what was confirmed, and one that answers the same number with something else.
        _bot.Server.Repeat(watch);
        _bot.Server.Repeat(
            _bot.Message(111, "en", "private", null, new JsonObject { ["text"] = "/watch chaman" }, id: 4999)
        );
        _bot.Server.Update(_bot.Message(112, "en", "private", null, new JsonObject { ["text"] = "/help" }, id: 5002));
        await Rig.Until(() => _bot.Server.Sends.Count() == 3);

        Assert.Null(await _bot.Person());
    }

    [Theory]
    [InlineData("/admin stop all")]
    [InlineData("/subscribe '; DROP TABLE subscribers;--")]
    [InlineData("/say everybody hello")]
    public async Task A_stranger_changes_nothing(string text)
    {
        Assert.Contains("/help", await _bot.Ask(text, 666), StringComparison.Ordinal);
        Assert.Null(await _bot.Person(666));
        Assert.Equal(0, await _bot.Rig.Rows("delivery"));
    }

    [Fact]
    public async Task Edited_messages_posts_of_channels_and_unknown_kinds_are_ignored()
    {
        foreach (var kind in new[] { "edited_message", "channel_post", "unknown_kind" })
        {
            var update = _bot.Message(666, "en", "private", null, new JsonObject { ["text"] = "/watch torkham" });
            update[kind] = update["message"]!.DeepClone();
            update.Remove("message");
            _bot.Server.Update(update);
        }
        Assert.Contains("Torkham", await _bot.Ask("/watch torkham", 111), StringComparison.Ordinal);

        Assert.Empty(_bot.Server.Texts("666"));
        Assert.Null(await _bot.Person(666));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_gets_nothing_more_until_coming_back()
    {
        await _bot.Ask("/watch torkham");
        Membership("kicked");
        await Rig.Until(async () => (await _bot.Rig.RetiredAddresses()).Length == 1);
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();
        Assert.Single(_bot.Server.Texts("111"));

        await _bot.Ask("/start");
        Assert.Empty(await _bot.Rig.RetiredAddresses());
    }

    [Fact]
    public async Task A_flood_from_one_chat_neither_delays_alerts_nor_is_answered()
    {
        for (var i = 0; i < 1000; i++)
            _bot.Type("/status", 666);
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await Rig.Until(() => _bot.Server.Texts("111").Count == 1);
        Assert.InRange(_bot.Server.Sends.TakeWhile(call => call.Chat != "111").Count(), 0, 20);

        Assert.Contains("Torkham", await _bot.Ask("/watch torkham", 112), StringComparison.Ordinal);
        Assert.InRange(_bot.Server.Texts("666").Count, 0, 20);
    }

    [Fact]
    public async Task Who_asks_more_than_may_be_answered_keeps_nobody_else_waiting()
    {
        using var options = new RigOptions { Limits = TelegramLimits.Official };
        await using var bot = await BotRig.Start(options);
        for (var i = 0; i < 15; i++)
            bot.Type("/help", 666);
        await Rig.Until(() => bot.Server.Texts("666").Count > 0);
        Assert.Contains("Torkham", await bot.Ask("/watch torkham", 112), StringComparison.Ordinal);
        Assert.InRange(bot.Server.Texts("666").Count, 1, 14);
    }

    [Fact]
    public async Task A_webhook_of_an_earlier_configuration_is_taken_back()
    {
        _bot.Server.Next(
            "getUpdates",
            new Misbehaviour(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
            )
        );
        await Rig.Until(() => _bot.Server.Calls.Any(call => call.Method == "deleteWebhook"));

        Assert.Contains("Torkham", await _bot.Ask("/watch torkham"), StringComparison.Ordinal);
    }

    private void Membership(string status)
    {
        var update = _bot.Message(111, "en", "private", null, []);
        var user = new JsonObject
        {
            ["id"] = 123456,
            ["is_bot"] = true,
            ["first_name"] = "b",
        };
        update["my_chat_member"] = new JsonObject
        {
            ["chat"] = update["message"]!["chat"]!.DeepClone(),
            ["from"] = update["message"]!["from"]!.DeepClone(),
            ["date"] = 1_700_000_000,
            ["old_chat_member"] = new JsonObject { ["status"] = "member", ["user"] = user.DeepClone() },
            ["new_chat_member"] = new JsonObject
            {
                ["status"] = status,
                ["user"] = user.DeepClone(),
                ["until_date"] = 0,
            },
        };
        update.Remove("message");
        _bot.Server.Update(update);
    }
}

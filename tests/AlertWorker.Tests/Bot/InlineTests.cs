using System.Text.Json.Nodes;
using AlertWorker.Channels;

namespace AlertWorker.Bot;

public sealed class InlineTests : IAsyncLifetime
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
    public async Task A_state_can_be_shared_in_any_chat_with_its_evidence()
    {
        await _bot.Close("torkham");

        var shared = Assert.Single(await Inline("torkham"))!;

        Assert.Equal("torkham", (string?)shared["id"]);
        Assert.StartsWith("CLOSED: Torkham", (string?)shared["title"], StringComparison.Ordinal);
        var text = TelegramMarkup.Read((string)shared["input_message_content"]!["message_text"]!, "html")!;
        Assert.Contains("the gate has been shut since the morning", text, StringComparison.Ordinal);
        Assert.Contains("Border Daily", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_phone_and_finds_every_script() =>
        Assert.StartsWith(
            "نامعلوم",
            (string?)Assert.Single(await Inline("طورخم", "ur"))!["title"],
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Nothing_typed_offers_what_the_person_watches()
    {
        Assert.Empty(await Inline(""));
        await _bot.Ask("/watch chaman");
        await _bot.Ask("/watch torkham");

        Assert.Equal(["chaman-spin-boldak", "torkham"], (await Inline("")).Select(result => (string?)result!["id"]));
    }

    [Theory]
    [InlineData("qqqxyzzy", 0)]
    [InlineData("karasu", 2)]
    [InlineData("pakistan", 20)]
    public async Task As_many_are_offered_as_are_meant(string typed, int offered) =>
        Assert.Equal(offered, (await Inline(typed)).Count);

    private async Task<JsonArray> Inline(string typed, string language = "en")
    {
        var answers = _bot.Server.Calls.Count(call => call.Method == "answerInlineQuery");
        var update = _bot.Message(111, language, "private", null, []);
        update["inline_query"] = new JsonObject
        {
            ["id"] = "q1",
            ["from"] = update["message"]!["from"]!.DeepClone(),
            ["query"] = typed,
            ["offset"] = "",
        };
        update.Remove("message");
        _bot.Server.Update(update);
        await Rig.Until(() => _bot.Server.Calls.Count(call => call.Method == "answerInlineQuery") > answers);
        return _bot.Server.Calls.Last(call => call.Method == "answerInlineQuery").Body["results"]!.AsArray();
    }
}

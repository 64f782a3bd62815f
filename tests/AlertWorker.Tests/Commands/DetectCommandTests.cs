using System.Text;
using System.Text.Json;

namespace AlertWorker.Commands;

/// <summary>Entries in, claims out.</summary>
public sealed class DetectCommandTests
{
    private const string Closure =
        """{"id":"e1","published":"2026-02-03T08:00:00Z","lang":"en","title":"Torkham border closed","text":"The Torkham border crossing was closed on Tuesday after a clash between border forces, Khyber deputy commissioner Bilal Khan said.","source":"dawn"}""";

    [Fact]
    public async Task A_closure_comes_out_in_the_words_of_the_contract()
    {
        var detect = await Cli.Run(Closure, "detect", "-");

        Assert.Equal((0, ""), (detect.Code, detect.Error));
        var claim = JsonElement.Parse(Assert.Single(detect.Lines)).GetProperty("claims")[0];
        Assert.Equal(
            [
                "crossing",
                "status",
                "change",
                "ongoing",
                "scheduled",
                "scope",
                "direction",
                "stance",
                "cause",
                "speaker",
                "certainty",
                "alerting",
                "evidence",
            ],
            claim.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal(
            ("torkham", "closed", "closure"),
            (Text(claim, "crossing"), Text(claim, "status"), Text(claim, "change"))
        );
        Assert.Equal(("all", "asserted"), (Text(claim, "scope"), Text(claim, "stance")));
        Assert.True(claim.GetProperty("alerting").GetBoolean());
        Assert.Equal(
            ["name", "role", "side", "kind"],
            claim.GetProperty("speaker").EnumerateObject().Select(member => member.Name)
        );
        var evidence = claim.GetProperty("evidence");
        var entry = JsonElement.Parse(Closure);
        var whole = $"{Text(entry, "title")}\n{Text(entry, "text")}";
        Assert.Equal(
            whole[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()],
            Text(evidence, "text")
        );
    }

    [Fact]
    public async Task A_bad_line_is_told_by_its_number_and_the_rest_goes_on()
    {
        var detect = await Cli.Run(
            """
            {"id":"first"}
            {"id":
            ["no object"]

            {"title":"no id"}
            {"id":"x","title":{}}
            {"id":"y","source":{"tier":"rumour"}}
            {"id":7,"source":{"id":"q","name":"Q","tier":"Wire","publisher":"q","speaksFor":"PK"}}
            """,
            "detect"
        );

        Assert.Equal(1, detect.Code);
        Assert.Equal(["first", "7"], detect.Lines.Select(line => Text(JsonElement.Parse(line), "id")));
        Assert.Equal(
            ["2", "3", "5", "6", "7"],
            detect
                .Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split("line ")[1].Split(':')[0])
        );
    }

    [Fact]
    public async Task Letters_come_out_as_they_are_without_a_byte_order_mark()
    {
        using var cli = new Cli("detect");

        var detect = await cli.End([.. Encoding.UTF8.Preamble, .. "{\"id\":\"طورخم\"}"u8]);

        Assert.StartsWith("{\"id\":\"طورخم\",", detect.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"a\\ud83d\"}", "a�")]
    [InlineData("{\"id\":\"\\ude00\\uD83D\\uDE00\"}", "�😀")]
    [InlineData("{\"id\":\"\\\\ud83d\"}", "\\ud83d")]
    public async Task Half_characters_are_replaced(string line, string id)
    {
        var detect = await Cli.Run(line, "detect");

        Assert.Equal(0, detect.Code);
        Assert.Equal(id, Text(JsonElement.Parse(Assert.Single(detect.Lines)), "id"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced()
    {
        using var cli = new Cli("detect");

        var detect = await cli.End([.. "{\"id\":\"a"u8, 0xff, 0xfe, .. "\"}"u8]);

        Assert.Equal(0, detect.Code);
        Assert.Equal("a��", Text(JsonElement.Parse(Assert.Single(detect.Lines)), "id"));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Each_line_is_answered_at_once_and_an_interruption_ends_with_130(string signal)
    {
        using var cli = new Cli("detect");

        await cli.Send("""{"id":"a"}""");
        var answer = await cli.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        var code = await cli.Signal(signal);

        Assert.StartsWith("{\"id\":\"a\"", answer, StringComparison.Ordinal);
        Assert.Equal(130, code);
    }

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}

using System.Text.Json;

namespace AlertWorker.Commands;

public sealed class ParseCommandTests
{
    private static readonly string Feeds = Path.Combine(AppContext.BaseDirectory, "Corpus", "feeds");

    [Fact]
    public async Task Every_request_is_answered_in_its_order()
    {
        var good = JsonSerializer.Serialize(new { id = "good", file = Path.Combine(Feeds, "rss2-newsroom.xml") });
        var absent = JsonSerializer.Serialize(new { id = "absent", file = Path.Combine(Feeds, "no-such-file.xml") });
        var ports = JsonSerializer.Serialize(new { id = "ports", file = Path.Combine(Feeds, "cbp.json") });
        var cap = JsonSerializer.Serialize(new { id = "cap", file = Path.Combine(Feeds, "cap-alert.xml") });
        using var output = new StringWriter();

        var code = await ParseCommand.RunBatchAsync(
            new StringReader($"{good}\n{absent}\nrubbish\n\n{ports}\n{cap}\n"),
            output,
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

        var answers = output
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.Equal(0, code);
        Assert.Equal(5, answers.Count);
        Assert.Equal(
            "2021-07-16T03:00:00Z",
            answers[0].GetProperty("entries")[0].GetProperty("publishedUtc").GetString()
        );
        Assert.Equal(JsonValueKind.Null, answers[0].GetProperty("error").ValueKind);
        Assert.Equal("absent", answers[1].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.String, answers[1].GetProperty("error").ValueKind);
        Assert.Equal(JsonValueKind.String, answers[2].GetProperty("error").ValueKind);
        Assert.Equal("Closed", answers[3].GetProperty("ports")[2].GetProperty("port_status").GetString());
        Assert.Equal("pass-7", answers[4].GetProperty("cap").GetProperty("identifier").GetString());
        Assert.Equal(1, answers[4].GetProperty("cap").GetProperty("n_info").GetInt32());
    }

    [Fact]
    public async Task Relative_links_start_where_the_response_says_it_came_from()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            "<rss><channel><item><title>t</title><link>a.html</link></item></channel></rss>",
            TestContext.Current.CancellationToken
        );
        var request = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = "1",
            ["file"] = file,
            ["url"] = "https://x.example/feeds/all",
            ["httpHeaders"] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["content-location"] = "/world/",
            },
        };
        using var output = new StringWriter();

        await ParseCommand.RunBatchAsync(
            new StringReader(JsonSerializer.Serialize(request)),
            output,
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

        File.Delete(file);
        Assert.Contains("\"link\":\"https://x.example/world/a.html\"", output.ToString(), StringComparison.Ordinal);
    }
}

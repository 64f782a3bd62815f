using System.Text.Json;

namespace AlertWorker.Configuration;

/// <summary>Every fault is told where it stands, with what is allowed.</summary>
public sealed class ConfigFaultTests
{
    public static TheoryData<string, string, string> FaultyFiles =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", "config", "faults.jsonl"))
                .Select(line => JsonElement.Parse(line))
                .Select(c =>
                    (
                        File: Text(c, "file"),
                        Body: c.TryGetProperty("json", out var json) ? json.GetRawText() : Text(c, "text"),
                        Fault: Text(c, "fault")
                    )
                )
                .Select(c => new TheoryDataRow<string, string, string>(c.File, c.Body, c.Fault)),
        ];

    /// <summary>Each case: what stands in one file of a folder otherwise in order, and how the line begins that tells of it.</summary>
    [Theory]
    [MemberData(nameof(FaultyFiles))]
    public void A_fault_is_told_with_its_place_and_what_is_allowed(string file, string text, string expected)
    {
        using var folder = new TestFolder();
        folder.Write(file, text);

        Assert.Contains(folder.Faults(), fault => fault.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_folder_the_tests_start_from_is_in_order()
    {
        using var folder = new TestFolder();

        Assert.Empty(folder.Faults());
    }

    [Fact]
    public void Faults_of_all_files_are_told_together()
    {
        using var folder = new TestFolder();
        folder.Write("appsettings.json", """{ "AlertWorker": { "Webb": {}, "Email": { "Port": "x" } } }""");
        folder.Write(
            "feeds.json",
            """{ "feeds": [ { "id": "x", "url": "ftp://example.org", "every": "1", "colour": 3 } ] }"""
        );
        folder.Write("subscribers.json", "{");
        folder.Write("corridors.json", """{ "corridors": [ { "id": "x", "name": "X", "crossings": ["nowhere"] } ] }""");

        var places = folder.Read().Faults.Select(fault => $"{fault.File}: {fault.Path}");

        Assert.Equal(
            [
                "appsettings.json: AlertWorker.Email.Port",
                "appsettings.json: AlertWorker.Webb",
                "corridors.json: corridors[0].crossings[0]",
                "feeds.json: feeds[0].colour",
                "feeds.json: feeds[0].every",
                "feeds.json: feeds[0].name",
                "feeds.json: feeds[0].publisher",
                "feeds.json: feeds[0].url",
                "subscribers.json: line 1, column 2",
            ],
            places.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_must_not_be_told_is_not_told()
    {
        using var folder = new TestFolder();
        folder.Write(
            "appsettings.json",
            """{ "AlertWorker": { "Telegram": { "BotToken": "CANARY 1" }, "Storage": { "Provider": "postgres", "ConnectionString": "CANARY" }, "Email": { "Password": ["CANARY"] } } }"""
        );
        folder.Write(
            "feeds.json",
            """{ "feeds": [ { "id": "x", "name": "X", "publisher": "x", "url": "gopher://CANARY@example.org/?key=CANARY", "every": "00:01:00" } ] }"""
        );
        folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "s", "to": ["https://CANARY@127.0.0.1/"], "crossings": ["*"], "secret": "CANARY" } ] }"""
        );

        var faults = folder.Faults();

        Assert.Equal(6, faults.Count);
        Assert.DoesNotContain(faults, fault => fault.Contains("CANARY", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault()
    {
        var reading = ConfigFolder.Read("no-such-folder", new Dictionary<string, string>());

        Assert.Null(reading.Value);
        Assert.StartsWith(
            "no-such-folder: there is no such folder in ",
            Assert.Single(reading.Faults).ToString(),
            StringComparison.Ordinal
        );
    }

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}

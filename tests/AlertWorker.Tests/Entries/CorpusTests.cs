using System.Globalization;
using System.Text.Json;

namespace AlertWorker.Entries;

/// <summary>Documents as publishers write them, each with what must come out of it: Corpus/feeds/*.expect.json.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus", "feeds");

    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.expect.json")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_as_its_neighbour_says(string expectation)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, expectation)));
        var request = json.RootElement;
        var expect = request.GetProperty("expect");

        var document = FeedReader.Read(
            File.ReadAllBytes(Path.Combine(Folder, Text(request, "document")!)),
            Hints(request)
        );

        Assert.Equal(Text(expect, "format"), document.Format);
        Assert.Equal(Text(expect, "fault"), document.Fault?.Kind.ToString());
        if (expect.TryGetProperty("feed", out var feed))
            CheckFeed(feed, document.Feed);
        if (expect.TryGetProperty("entries", out var entries))
            CheckEntries(entries, document.Entries);
        if (expect.TryGetProperty("cap", out var cap))
            CheckFields(cap, JsonSerializer.SerializeToElement(document.Cap, JsonSerializerOptions.Web));
        if (expect.TryGetProperty("posts", out var posts))
            Assert.Equal(Strings(posts), document.Posts.Select(post => $"{post.Number}={post.Status}"));
        if (expect.TryGetProperty("readings", out var readings))
            Assert.Equal(Strings(readings), document.Entries.SelectMany(entry => entry.Readings).Select(Shown));
    }

    private static void CheckFeed(JsonElement expected, FeedInfo feed) =>
        CheckFields(
            expected,
            JsonSerializer.SerializeToElement(
                new
                {
                    feed.Title,
                    feed.Link,
                    feed.Description,
                    feed.Id,
                    feed.Language,
                    UpdatedUtc = Time(feed.UpdatedUtc),
                    feed.Hub,
                    feed.Self,
                    TtlMinutes = (int?)feed.Ttl?.TotalMinutes,
                    feed.SkipHours,
                },
                JsonSerializerOptions.Web
            )
        );

    private static void CheckEntries(JsonElement expected, IReadOnlyList<Entry> entries)
    {
        Assert.Equal(expected.GetArrayLength(), entries.Count);
        foreach (var (wanted, entry) in expected.EnumerateArray().Zip(entries))
            CheckFields(
                wanted,
                JsonSerializer.SerializeToElement(
                    new
                    {
                        entry.Id,
                        entry.Title,
                        entry.Link,
                        entry.Summary,
                        entry.Content,
                        PublishedUtc = Time(entry.PublishedUtc),
                        UpdatedUtc = Time(entry.UpdatedUtc),
                        entry.Language,
                    },
                    JsonSerializerOptions.Web
                )
            );
    }

    private static void CheckFields(JsonElement expected, JsonElement actual)
    {
        foreach (var field in expected.EnumerateObject())
            Assert.True(
                JsonElement.DeepEquals(field.Value, actual.GetProperty(field.Name)),
                $"{field.Name}: {actual.GetProperty(field.Name)} instead of {field.Value}"
            );
    }

    private static FeedHints Hints(JsonElement request) =>
        new()
        {
            BaseUrl = Text(request, "url"),
            Format = Text(request, "formatHint") ?? "auto",
            TimeZone = Text(request, "timeZone"),
            Select = request.TryGetProperty("select", out var select)
                ? select.Deserialize<HtmlSelectors>(JsonSerializerOptions.Web)
                : null,
            Now = DateTimeOffset.Parse(Text(request, "now") ?? "2021-07-17T00:00:00Z", CultureInfo.InvariantCulture),
        };

    private static string Shown(PostReading reading) =>
        $"{reading.PostId} {(reading.Cargo is { } cargo ? cargo ? "cargo" : "people" : "post")} {reading.Into} {reading.State}";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string?> Strings(JsonElement array) =>
        array.EnumerateArray().Select(value => value.GetString());

    private static string? Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>What <c>parse</c> prints of a document.</summary>
public sealed record ParseReport
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public string? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    public ParsedFeed Feed { get; init; } = new(null, null, null, null, null, null, null);

    public IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    public string? Format { get; init; }

    public string? Encoding { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Cap { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParsedPort>? Ports { get; init; }

    public static ParseReport Failed(string? id, string error) =>
        new()
        {
            Id = id,
            Error = error,
            Seconds = 0,
        };

    public static ParseReport Of(string? id, FeedDocument document, TimeSpan taken)
    {
        var feed = document.Feed;
        return new ParseReport
        {
            Id = id,
            Error = document.Fault?.Message,
            Seconds = Math.Round(taken.TotalSeconds, 6),
            Feed = new ParsedFeed(
                feed.Title,
                feed.Link,
                feed.Description,
                feed.Id,
                Time(feed.UpdatedUtc),
                Time(feed.PublishedUtc),
                feed.Language
            ),
            Entries = [.. document.Entries.Select(Entry)],
            Format = document.Format.Length > 0 ? document.Format : null,
            Encoding = document.Encoding,
            Warnings = document.Warnings,
            Cap = document.Cap is { } cap ? CapFields(cap) : null,
            Ports =
                document.Posts.Count > 0
                    ?
                    [
                        .. document.Posts.Select(post => new ParsedPort(
                            post.Number,
                            post.Port,
                            post.Crossing,
                            post.Status
                        )),
                    ]
                    : null,
        };
    }

    private static ParsedEntry Entry(Entry entry) =>
        new(
            entry.Id,
            entry.Title,
            entry.Link,
            entry.Summary,
            entry.Content,
            Time(entry.PublishedUtc),
            Time(entry.UpdatedUtc),
            entry.Language
        );

    private static Dictionary<string, object> CapFields(CapMessage cap)
    {
        var fields = JsonSerializer
            .SerializeToElement(cap, Json)
            .EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(field => field.Name, object (field) => field.Value.GetString()!, StringComparer.Ordinal);
        fields["n_info"] = cap.InfoCount;
        return fields;
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

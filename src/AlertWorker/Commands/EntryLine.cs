using System.Globalization;
using System.Text.Json;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>An entry as <c>detect</c> and <c>evaluate</c> read it: one JSON object a line.</summary>
/// <param name="Id">Its <c>id</c>, given back with the claims.</param>
/// <param name="Entry">Title, text, address, date and language.</param>
/// <param name="Source">Who published it; <see cref="Source.Unknown"/> when the line does not say.</param>
/// <param name="Json">The whole object, for what else stands in it.</param>
internal sealed record EntryLine(string Id, Entry Entry, Source Source, JsonElement Json)
{
    /// <summary>Reads one line.</summary>
    /// <param name="line">The JSON; halves of surrogate pairs count as U+FFFD.</param>
    /// <param name="feeds">Sources by feed id, for lines that name only the id.</param>
    /// <exception cref="FormatException">The line is no entry; the message says why.</exception>
    public static EntryLine Parse(string line, IReadOnlyDictionary<string, Source> feeds)
    {
        var json = Document(JsonText.MendSurrogates(line));
        var id = Text(json, "id") ?? throw new FormatException("id is missing; every entry needs one");
        var entry = new Entry
        {
            Id = id,
            Title = Text(json, "title"),
            Link = Text(json, "url"),
            Content = Text(json, "text"),
            PublishedUtc = Time(Text(json, "published")),
            Language = Text(json, "lang"),
        };
        return new EntryLine(id, entry, SourceOf(json, feeds), json);
    }

    private static JsonElement Document(string line)
    {
        try
        {
            var json = JsonElement.Parse(line);
            return json.ValueKind == JsonValueKind.Object ? json : throw new FormatException("not a JSON object");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"not JSON at character {fault.BytePositionInLine + 1}", fault);
        }
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => throw new FormatException($"{key} is not text"),
            }
            : null;

    /// <summary>A time; a bare day counts as its noon UTC, which is that same day in nearly every zone.</summary>
    private static DateTimeOffset? Time(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero)
        : DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
        : null;

    private static Source SourceOf(JsonElement json, IReadOnlyDictionary<string, Source> feeds)
    {
        if (!json.TryGetProperty("source", out var source) || source.ValueKind == JsonValueKind.Null)
            return Source.Unknown;
        if (source.ValueKind != JsonValueKind.Object)
            return Text(json, "source") is not { } id ? Source.Unknown
                : feeds.TryGetValue(id, out var feed) ? feed
                : new Source(id, id, Publisher: id);
        var tier = Text(source, "tier") ?? nameof(SourceTier.Press);
        if (!Enum.TryParse<SourceTier>(tier, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            throw new FormatException(
                $"source.tier '{tier}' is not known; allowed: official, wire, press, aggregator, field"
            );
        var name = Text(source, "name") ?? Text(source, "id") ?? "";
        var sourceId = Text(source, "id") ?? name;
        return new Source(
            sourceId,
            name,
            known,
            Text(source, "publisher") ?? sourceId,
            Text(source, "speaksFor"),
            Text(source, "timeZone")
        );
    }
}

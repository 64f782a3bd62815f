using System.Globalization;
using System.Text.Json;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>A line of a recorded day: an entry with the time it was fetched, or a move of the clock.</summary>
/// <param name="At">When it happens, UTC.</param>
/// <param name="Entry">The entry; null when only the clock moves.</param>
internal sealed record ReplayLine(DateTimeOffset At, EntryLine? Entry)
{
    /// <summary>Reads one line (contracts.md §5).</summary>
    /// <param name="feeds">Sources by feed id, for lines that name only the id.</param>
    /// <exception cref="FormatException">The line is neither; the message says why.</exception>
    public static ReplayLine Parse(string line, IReadOnlyDictionary<string, Source> feeds)
    {
        if (TimeOf(line, "clock") is { } clock)
            return new ReplayLine(clock, null);
        var entry = EntryLine.Parse(line, feeds);
        var fetched =
            TimeOf(line, "fetched")
            ?? entry.Entry.PublishedUtc
            ?? throw new FormatException("fetched is missing; every entry needs the time it was first seen");
        return new ReplayLine(fetched, entry);
    }

    private static DateTimeOffset? TimeOf(string line, string key)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(JsonText.MendSurrogates(line));
        }
        catch (JsonException fault)
        {
            throw new FormatException($"not JSON at character {fault.BytePositionInLine + 1}", fault);
        }
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty(key, out var value)
            || value.ValueKind == JsonValueKind.Null
        )
            return null;
        return
            value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(
                value.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
            ? time
            : throw new FormatException($"{key} is not a time like 2021-07-14T06:00:00Z");
    }
}

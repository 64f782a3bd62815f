using AlertWorker.Entries.Dates;

namespace AlertWorker.Entries;

/// <summary>
/// Reads dates as publishers write them: RFC 822/2822/5322 with all abuses, ISO 8601 and W3C-DTF, Unix seconds, numbers with dots
/// and slashes, month names of many languages, solar-hijri, Bikram Sambat and Buddhist calendars. A date that cannot be, or that no
/// piece of news can carry, is no date: the caller then has only the time at which it first saw the entry.
/// </summary>
public static class FeedDate
{
    /// <summary>Before this year nobody published a feed.</summary>
    public const int EarliestYear = 1990;

    /// <summary>Clocks may be wrong by this much; a later date is an error or a trick.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(48);

    private const int LongestDate = 120;

    /// <summary>
    /// The instant meant by <paramref name="text"/> in UTC; null when there is none. <paramref name="zone"/> is the feed's own zone,
    /// for dates without one and for ambiguous names (IST). <paramref name="doubt"/> says why a text was refused; null for no text.
    /// </summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone, DateTimeOffset now, out string? doubt)
    {
        doubt = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            return null;
        if (trimmed.Length > LongestDate)
        {
            doubt = $"no date: {trimmed[..20]}…";
            return null;
        }
        var value = Parse(trimmed, zone, now);
        if (value is null)
            doubt = $"no date: {trimmed}";
        else if (value.Value.Year < EarliestYear)
            doubt = $"too old to be true: {trimmed}";
        else if (value > now + Tolerance)
            doubt = $"in the future: {trimmed}";
        return doubt is null ? value : null;
    }

    private static DateTimeOffset? Parse(ReadOnlySpan<char> text, TimeZoneInfo zone, DateTimeOffset now)
    {
        zone = ZoneId.Take(ref text) ?? zone;
        if (text.IsEmpty)
            return null;
        if (IsoDate.Read(text) is { } iso)
            return iso.ToUtc(zone);
        if (Rfc822Date.Read(text) is { } mail)
            return mail.ToUtc(zone);
        var words = DateWords.Split(text);
        return (WrittenDate.Read(words, now) ?? NumericDate.Read(words, now))?.ToUtc(zone);
    }
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Dates;

/// <summary>Zones written out as the tz database names them, behind a date: "… 08:00 Asia/Karachi", "…+05:00[Asia/Karachi]".</summary>
internal static class ZoneId
{
    /// <summary>The zone named at the end of a date, and the date without it; null when there is none.</summary>
    public static TimeZoneInfo? Take(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd("]) ");
        var slash = rest.LastIndexOf('/');
        if (slash < 1 || !char.IsAsciiLetter(rest[slash - 1]))
            return null;
        var start = rest[..slash].LastIndexOfAnyExcept(Characters.ZoneId) + 1;
        if (
            rest[start..].IndexOfAnyExcept(Characters.ZoneId) >= 0
            || !TimeZoneInfo.TryFindSystemTimeZoneById(rest[start..].ToString(), out var zone)
        )
            return null;
        text = rest[..start].TrimEnd("[( ");
        return zone;
    }
}

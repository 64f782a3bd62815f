namespace AlertWorker.Entries.Formats;

/// <summary>Posted hours of a border post in its local time; they may run past midnight.</summary>
internal readonly record struct PostHours(TimeOnly From, TimeOnly To)
{
    /// <summary>"7 am-Midnight", "6:30 am - 10 pm", "8 am-Noon"; null for "24 hrs/day" and for what cannot be read.</summary>
    public static PostHours? Parse(string text)
    {
        var sides = text.Split('-', StringSplitOptions.TrimEntries);
        return sides.Length == 2 && Hour(sides[0]) is { } from && Hour(sides[1]) is { } to && from != to
            ? new PostHours(from, to)
            : null;
    }

    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    private static TimeOnly? Hour(string text)
    {
        var word = text.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        if (word is "midnight" or "12 midnight")
            return TimeOnly.MinValue;
        if (word is "noon" or "12 noon")
            return new TimeOnly(12, 0);
        var afternoon = word.EndsWith("pm", StringComparison.Ordinal);
        if (!afternoon && !word.EndsWith("am", StringComparison.Ordinal))
            return null;
        var parts = word[..^2].Trim().Split(':');
        if (!int.TryParse(parts[0], out var hour) || hour is < 1 or > 12)
            return null;
        var minute = parts.Length > 1 && int.TryParse(parts[1], out var value) && value is >= 0 and < 60 ? value : 0;
        return new TimeOnly((hour % 12) + (afternoon ? 12 : 0), minute);
    }
}

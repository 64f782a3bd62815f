using System.Globalization;
using System.Text.RegularExpressions;

namespace AlertWorker.Entries.Formats;

/// <summary>Posted hours of a border post in its local time; they may run past midnight.</summary>
internal readonly record struct PostHours(TimeOnly From, TimeOnly To)
{
    /// <summary>What a span of hours looks like.</summary>
    public const string Pattern =
        @"\b(?:12\s*)?(?:(?<word1>noon|midnight)|(?<hour1>\d{1,2})(?::(?<minute1>\d\d))?\s*(?:(?<half1>[ap])\.?\s?m\.?)?)"
        + @"\s*(?:-|–|to|until)\s*"
        + @"(?:12\s*)?(?:(?<word2>noon|midnight)|(?<hour2>\d{1,2})(?::(?<minute2>\d\d))?\s*(?<half2>[ap])\.?\s?m\b)";

    private static readonly Regex Span = new(Pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>
    /// The first span of hours: "7 am-Midnight", "6:30 am - 10 pm", "6 am to 4 pm", "8 am-Noon"; null for "24 hrs/day" and for what
    /// cannot be read.
    /// </summary>
    public static PostHours? Parse(string text)
    {
        var match = Span.Match(text);
        return match.Success && Hour(match, "1") is { } from && Hour(match, "2") is { } to && from != to
            ? new PostHours(from, to)
            : null;
    }

    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    /// <summary>One side; a bare hour has the half of the day of the other side ("3-7pm").</summary>
    private static TimeOnly? Hour(Match match, string side)
    {
        var word = match.Groups["word" + side].Value.ToLowerInvariant();
        if (word.Length > 0)
            return word == "noon" ? new TimeOnly(12, 0) : TimeOnly.MinValue;
        var half = match.Groups["half" + side] is { Success: true } own ? own : match.Groups["half2"];
        var hour = int.Parse(match.Groups["hour" + side].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute" + side] is { Success: true } minutes
            ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (!half.Success || hour is < 1 or > 12 || minute > 59)
            return null;
        return new TimeOnly((hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0), minute);
    }
}

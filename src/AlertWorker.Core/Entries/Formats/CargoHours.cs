using System.Text.RegularExpressions;

namespace AlertWorker.Entries.Formats;

/// <summary>
/// Hours of the commercial lanes, which US ports post in their free-text notice: "CARGO Mon-FRI 6 am to Midnight. SAT 8 am to 4 pm.",
/// "Cargo hours 6AM-10PM M-F", "BOTA CARGO Mon-FRI 6 am to 4 pm. SAT/SUN CLOSED."
/// </summary>
internal sealed class CargoHours
{
    private static readonly string[] Days = ["su", "mo", "tu", "we", "th", "fr", "sa"];

    private static readonly Regex Beginning = Pattern(@"\b(?:cargo|commercial)\b");

    private static readonly Regex Other = Pattern(@"\b(?:passenger|pedestrian|travell?er|ready|nexus|pov|tune)s?\b");

    private static readonly Regex Span = Pattern(@"\bclosed\b|" + PostHours.Pattern);

    private static readonly Regex DayRange = Pattern(
        @"\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?(?:\s*(?:-|–|to|thru|through)\s*(sun|mon|tue|wed|thu|fri|sat)[a-z]*)?"
    );

    private static readonly Regex Weekdays = Pattern(@"\bm-f\b|\bweekdays?\b");

    private readonly Dictionary<DayOfWeek, PostHours?> _days = [];

    private CargoHours() { }

    /// <summary>What the notice says of cargo; null when it says nothing.</summary>
    public static CargoHours? Parse(string notice)
    {
        if (Beginning.Match(notice) is not { Success: true } beginning)
            return null;
        var text = notice[(beginning.Index + beginning.Length)..];
        if (Other.Match(text) is { Success: true } other)
            text = text[..other.Index];
        var hours = new CargoHours();
        hours.Take(text);
        return hours._days.Count > 0 ? hours : null;
    }

    /// <summary>Whether the commercial lanes are meant to be open then, in the port's local time; a day that is not named is none of theirs.</summary>
    public bool Contains(DayOfWeek day, TimeOnly time) =>
        _days.TryGetValue(day, out var hours) && hours?.Contains(time) == true;

    /// <summary>Spans of hours with the days in front of them, or behind the first where none stand in front.</summary>
    private void Take(string text)
    {
        var at = 0;
        foreach (var match in Span.EnumerateMatches(text))
        {
            var span = text.Substring(match.Index, match.Length);
            var isClosed = span.StartsWith("clo", StringComparison.OrdinalIgnoreCase);
            PostHours? hours = isClosed ? null : PostHours.Parse(span);
            var before = DaysIn(text[at..match.Index]);
            if (before.Count == 0 && _days.Count == 0)
                before = DaysIn(text[(match.Index + match.Length)..]);
            at = match.Index + match.Length;
            if (hours is null && !isClosed)
                continue;
            foreach (var day in before.Count > 0 || isClosed ? before : [.. Enum.GetValues<DayOfWeek>()])
                _days.TryAdd(day, hours);
        }
    }

    private static List<DayOfWeek> DaysIn(string text)
    {
        var days = new List<DayOfWeek>();
        foreach (Match match in DayRange.Matches(text))
        {
            var from = Day(match.Groups[1].Value);
            var to = match.Groups[2].Success ? Day(match.Groups[2].Value) : from;
            for (var day = from; ; day = (DayOfWeek)(((int)day + 1) % 7))
            {
                days.Add(day);
                if (day == to)
                    break;
            }
        }
        if (Weekdays.IsMatch(text))
            days.AddRange([
                DayOfWeek.Monday,
                DayOfWeek.Tuesday,
                DayOfWeek.Wednesday,
                DayOfWeek.Thursday,
                DayOfWeek.Friday,
            ]);
        return days;
    }

    private static DayOfWeek Day(string name) => (DayOfWeek)Array.IndexOf(Days, name[..2].ToLowerInvariant());

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}

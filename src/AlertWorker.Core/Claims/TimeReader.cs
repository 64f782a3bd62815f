using System.Globalization;

namespace AlertWorker.Claims;

/// <summary>Reads days and hours out of a stretch of text, against the entry's own date.</summary>
internal sealed class TimeReader(Passage passage, DateTime local)
{
    private const int NearDate = 4;
    private const int NearMonth = 45;

    private static readonly PersianCalendar Solar = new();

    private readonly ClockReader clock = new(passage);

    /// <summary>The entry's day in the source's zone.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(local);

    /// <summary>The first day and hour between two tokens. A date that names its month says more than a weekday.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="future">A bare weekday or date means the coming one, else the one gone by.</param>
    public Moment Read(int first, int end, bool future)
    {
        var (day, relative) = DayIn(first, end, future);
        int? year = null;
        for (var i = first; i < end; i++)
        {
            if (passage.Tokens[i].Kind != TokenKind.Number)
                continue;
            day ??= NumericDay(i, end);
            year ??= YearAt(i);
        }

        var hour = clock.HourIn(first, end);
        if (hour is null && Has(first, end, CueClass.Midnight))
            (day, hour) = (
                EndsDay(first, end, future && relative && day == Today) && (future || day < Today)
                    ? day?.AddDays(1)
                    : day,
                TimeOnly.MinValue
            );
        if (hour is null && Has(first, end, CueClass.Noon))
            hour = new TimeOnly(12, 0);
        return new Moment(day, hour, day is null ? year : null, relative);
    }

    /// <summary>Midnight ends the day named: "tonight at midnight", "at midnight on Thursday".</summary>
    private bool EndsDay(int first, int end, bool tonight) => tonight || Has(first, end, CueClass.EndOfDay);

    /// <summary>The day named, and whether it is told from today.</summary>
    private (DateOnly? Day, bool Relative) DayIn(int first, int end, bool future)
    {
        (DateOnly? Day, bool Relative) found = default;
        var weekday = false;
        var dated = false;
        foreach (var hit in passage.Between(first, end))
        {
            if (hit.Last >= end || DayOf(hit, first, end, future) is not { } told)
                continue;
            var isDate = hit.Cue.Kind is CueKind.Month or CueKind.SolarMonth;
            if (found.Day is null)
                (found, weekday) = (
                    (told, hit.Cue.Kind == CueKind.Class),
                    hit.Cue.Kind == CueKind.Weekday && NumberedWeekday(hit, first, end) is null
                );
            else if (future && found.Day <= Today && told > Today)
                (found, weekday) = ((told, false), false); // "said on Monday that it would close on Friday"
            else if (isDate && weekday && IsBeside(hit, first))
                return (told, false); // "this Sunday 10 August"
            else if (isDate && !dated && IsFar(told))
                found = (told, false);
            dated |= isDate;
        }

        return found;
    }

    /// <summary>A weekday stands right before the date: both name one day.</summary>
    private bool IsBeside(CueHit month, int first) =>
        passage
            .Between(Math.Max(first, month.First - NearDate), month.First)
            .Any(hit => hit.Cue.Kind == CueKind.Weekday)
        || passage.Between(month.Last + 1, month.Last + NearDate).Any(hit => hit.Cue.Kind == CueKind.Weekday);

    private bool Has(int first, int end, CueClass cueClass) =>
        passage.Between(first, end).Any(hit => hit.Is(cueClass) && hit.Last < end);

    private bool IsFar(DateOnly day) => Math.Abs(day.DayNumber - Today.DayNumber) > 7;

    private DateOnly? DayOf(CueHit hit, int first, int end, bool future) =>
        hit.Cue.Kind switch
        {
            CueKind.Weekday when IsNight(hit, end) => Weekday(hit.Cue.Number, future).AddDays(1),
            CueKind.Weekday => NumberedWeekday(hit, first, end) ?? Weekday(hit.Cue.Number, future),
            CueKind.Month => MonthDay(hit, first, end, future, Gregorian),
            CueKind.SolarMonth => MonthDay(hit, first, end, future, SolarDay),
            CueKind.Class when hit.Cue.Class == CueClass.Today => Today,
            CueKind.Class when hit.Cue.Class == CueClass.Tomorrow => Today.AddDays(1),
            CueKind.Class when hit.Cue.Class == CueClass.Yesterday => Today.AddDays(-1),
            CueKind.Class when hit.Cue.Class == CueClass.Ago => DaysAgo(hit),
            CueKind.Class when hit.Cue.Class == CueClass.Day => DayOfMonth(hit, end, future),
            _ => null,
        };

    /// <summary>"in the night from Thursday to Friday": the next weekday stands right after, and it is about a night.</summary>
    private bool IsNight(CueHit weekday, int end) =>
        passage
            .Between(weekday.Last + 1, Math.Min(end, weekday.Last + NearDate))
            .Any(hit => hit.Cue.Kind == CueKind.Weekday && hit.Cue.Number == (weekday.Cue.Number % 7) + 1)
        && passage
            .Between(weekday.First - NearDate, weekday.Last + NearDate + NearDate)
            .Any(hit => hit.Is(CueClass.Evening) || hit.Is(CueClass.Midnight));

    /// <summary>"Monday the 29th", "lunes 29": the day of that number, near today, that falls on the weekday.</summary>
    private DateOnly? NumberedWeekday(CueHit hit, int first, int end)
    {
        if (
            NumberAt(hit.Last + 1, first, end) is not (>= 1 and <= 31 and var number)
            || passage.Between(hit.Last + 2, hit.Last + 4).Any(IsUnit)
        )
            return null;
        for (var ahead = 0; ahead <= NearMonth; ahead++)
            foreach (var day in new[] { Today.AddDays(ahead), Today.AddDays(-ahead) })
                if (day.Day == number && WeekdayOf(day) == hit.Cue.Number)
                    return day;
        return null;
    }

    /// <summary>"dia 24", "el día 24": the nearest day of that number, when no month follows.</summary>
    private DateOnly? DayOfMonth(CueHit hit, int end, bool future)
    {
        var number = hit.Last + 1;
        if (
            NumberAt(number, number, end) is not (>= 1 and <= 31 and var day)
            || ClockReader.Digits(passage.Tokens[number].Text) is null
            || passage.Between(number - 2, number + 4).Any(IsUnit)
        )
            return null;
        for (var away = 0; away <= NearMonth; away++)
            if (Today.AddDays(future ? away : -away) is var near && near.Day == day)
                return near;
        return null;
    }

    /// <summary>The number before it counts hours or stands in a date of its own.</summary>
    private static bool IsUnit(CueHit hit) =>
        hit.Cue.Kind is CueKind.Month or CueKind.SolarMonth
        || hit.Is(CueClass.Hour)
        || hit.Is(CueClass.Morning)
        || hit.Is(CueClass.Evening);

    private static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private DateOnly Weekday(int weekday, bool future)
    {
        var ahead = (weekday - WeekdayOf(Today) + 7) % 7;
        return Today.AddDays(
            future ? ahead
            : ahead == 0 ? 0
            : ahead - 7
        );
    }

    /// <summary>"8 February", "February 8", with or without a year; the nearest such day when the year is not given.</summary>
    private DateOnly? MonthDay(CueHit hit, int first, int end, bool future, Func<int, int, int, DateOnly?> calendar)
    {
        var after = hit.Last + 1 < end && passage.Tokens[hit.Last + 1].Text == "." ? hit.Last + 2 : hit.Last + 1; // "Jan. 4"
        var number =
            FirstOfTwo(hit.First - 1, first, end)
            ?? NumberAt(hit.First - 1, first, end)
            ?? DayAt(after, first, end)
            ?? OrdinalBefore(hit.First, first)
            ?? NumberAt(after, first, end);
        if (number is not (>= 1 and <= 31))
            return future ? null : BareMonth(hit, calendar);
        for (var i = hit.Last + 1; i <= hit.Last + 4 && i < end; i++)
            if (YearAt(i) is { } year)
                return calendar(year, hit.Cue.Number, number.Value);

        DateOnly? best = null;
        foreach (var guess in new[] { -1, 0, 1 })
            if (
                calendar(YearIn(calendar) + guess, hit.Cue.Number, number.Value) is { } day
                && (best is null || Distance(day, future) < Distance(best.Value, future))
            )
                best = day;
        return best;
    }

    /// <summary>"in December": the first day of the last such month.</summary>
    private DateOnly? BareMonth(CueHit hit, Func<int, int, int, DateOnly?> calendar)
    {
        for (var i = hit.Last + 1; i <= hit.Last + 3 && i < passage.Tokens.Count; i++)
            if (YearAt(i) is { } year)
                return calendar(year, hit.Cue.Number, 1);
        var day = calendar(YearIn(calendar), hit.Cue.Number, 1);
        return day > Today ? calendar(YearIn(calendar) - 1, hit.Cue.Number, 1) : day;
    }

    private int YearIn(Func<int, int, int, DateOnly?> calendar) =>
        calendar == SolarDay ? Solar.GetYear(Today.ToDateTime(TimeOnly.MinValue)) : Today.Year;

    /// <summary>Days away, a day on the wrong side of the entry counting three times.</summary>
    private int Distance(DateOnly day, bool future)
    {
        var days = day.DayNumber - Today.DayNumber;
        return Math.Abs(days) * (days != 0 && days > 0 != future ? 3 : 1);
    }

    private static DateOnly? Gregorian(int year, int month, int day) =>
        year is > 1900 and < 2200 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? SolarDay(int year, int month, int day) =>
        year is > 1300 and < 1500 && day <= Solar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(Solar.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;

    private DateOnly? DaysAgo(CueHit ago)
    {
        for (var i = Math.Max(0, ago.First - 3); i <= ago.Last + 3 && i < passage.Tokens.Count; i++)
            if (clock.Count(i) is { } count and < 1000)
            {
                var unit = passage
                    .Between(i + 1, i + 3)
                    .FirstOrDefault(hit =>
                        (hit.Is(CueClass.Day) || hit.Is(CueClass.Hour) || hit.Is(CueClass.LongSpan))
                    );
                return unit.Cue is null ? null
                    : unit.Is(CueClass.Hour) ? DateOnly.FromDateTime(local.AddHours(-count))
                    : Today.AddDays(unit.Is(CueClass.Day) ? -count : -7 * count);
            }

        return null;
    }

    /// <summary>"10 and 11 June" begins on the 10th.</summary>
    private int? FirstOfTwo(int token, int first, int end) =>
        NumberAt(token, first, end) is { } second
        && NumberAt(token - 2, first, end) is { } one
        && one < second
        && second <= 31
            ? one
            : null;

    private int? DayAt(int token, int first, int end) =>
        NumberAt(token, first, end) is { } number && number is >= 1 and <= 31 ? number : null;

    private int? NumberAt(int token, int first, int end) =>
        token >= first
        && token < end
        && int.TryParse(passage.Tokens[token].Text, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;

    /// <summary>"24 de octubre", "8-го февраля", "the 8th of February": a small word stands between.</summary>
    private int? OrdinalBefore(int token, int first)
    {
        for (var i = token - 2; i >= first && i >= token - 3; i--)
            if (
                clock.Count(i) is { } n
                && passage.Tokens[i + 1].Text.Length <= 3
                && !passage.Between(i + 1, i + 2).Any(IsUnit) // "7 am on March 24"
            )
                return n;
        return clock.Count(Math.Max(first, token - 1));
    }

    /// <summary>2024-02-08, 08.02.2024, 8/2/24.</summary>
    private DateOnly? NumericDay(int token, int end)
    {
        var text = passage.Tokens[token].Text;
        if (text.Split('.') is [{ Length: <= 2 } d, { Length: 2 } m, { Length: 2 or 4 } y])
            return Gregorian(Parse(y) + (y.Length == 2 ? 2000 : 0), Math.Clamp(Parse(m), 1, 12), Parse(d));
        if (
            text.Length == 4
            && token + 2 < end
            && NumberAt(token + 1, token, end) is <= 12 and >= 1 and { } month
            && NumberAt(token + 2, token, end) is { } day
            && passage.Tokens[token + 2].Start - passage.Tokens[token].Start <= 8
        )
            return Gregorian(Parse(text), month, day);
        return null;

        static int Parse(string digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out var n) ? n : 0;
    }

    private int? YearAt(int token) =>
        passage.Tokens[token].Text is { Length: 4 } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is (>= 1900 and <= 2100) or (>= 1350 and <= 1450)
            ? year
            : null;
}

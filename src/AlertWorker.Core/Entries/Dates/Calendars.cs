using System.Globalization;

namespace AlertWorker.Entries.Dates;

/// <summary>Brings years of other eras and calendars into the Gregorian one.</summary>
internal static class Calendars
{
    private const int BuddhistEra = 543;
    private const int FirstNepaliYear = 2070;

    private static readonly PersianCalendar Persian = new();

    // Lengths of the months of Bikram Sambat, which follow the sun's course and no rule; 2070 began on 14 April 2013.
    private static readonly string[] NepaliYears =
    [
        "31 31 31 32 31 31 29 30 30 29 30 30",
        "31 31 32 31 31 31 30 29 30 29 30 30",
        "31 32 31 32 31 30 30 29 30 29 30 30",
        "31 32 31 32 31 30 30 30 29 29 30 31",
        "31 31 31 32 31 31 30 29 30 29 30 30",
        "31 31 32 31 31 31 30 29 30 29 30 30",
        "31 32 31 32 31 30 30 30 29 29 30 30",
        "31 32 31 32 31 30 30 30 29 30 29 31",
        "31 31 31 32 31 31 30 29 30 29 30 30",
        "31 31 32 31 31 31 30 29 30 29 30 30",
        "31 32 31 32 31 30 30 30 29 29 30 30",
        "31 32 31 32 31 30 30 30 29 30 29 31",
        "31 31 32 31 31 31 30 29 30 29 30 30",
        "31 31 32 31 31 31 30 29 30 29 30 30",
        "31 31 32 31 31 30 30 30 29 30 30 30",
        "31 32 31 32 30 31 30 30 29 30 30 30",
    ];

    private static readonly int[][] NepaliMonths =
    [
        .. NepaliYears.Select(year =>
            year.Split(' ').Select(days => int.Parse(days, CultureInfo.InvariantCulture)).ToArray()
        ),
    ];

    /// <summary>The Gregorian date; null when the calendar has no such day. <paramref name="now"/> tells eras apart.</summary>
    public static LocalDate? Convert(CalendarKind calendar, int year, int month, int day, DateTimeOffset now) =>
        calendar switch
        {
            CalendarKind.SolarHijri when year is >= 1300 and < 1500 => FromPersian(year, month, day),
            CalendarKind.BikramSambat => FromNepali(year, month, day),
            CalendarKind.Gregorian or CalendarKind.Buddhist when year is >= 2400 and < 2700 && year > now.Year + 300 =>
                new LocalDate(year - BuddhistEra, month, day),
            CalendarKind.Gregorian or CalendarKind.Buddhist => new LocalDate(year, month, day),
            _ => null,
        };

    /// <summary>Which calendar a date in numbers alone is written in.</summary>
    public static CalendarKind OfYear(int year, DateTimeOffset now) =>
        year is >= 1300 and < 1500 ? CalendarKind.SolarHijri
        : year > now.Year + 50 && year < now.Year + 60 ? CalendarKind.BikramSambat
        : CalendarKind.Gregorian;

    private static LocalDate? FromPersian(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > Persian.GetDaysInMonth(year, month))
            return null;
        var date = Persian.ToDateTime(year, month, day, 0, 0, 0, 0);
        return new LocalDate(date.Year, date.Month, date.Day);
    }

    private static LocalDate? FromNepali(int year, int month, int day)
    {
        var index = year - FirstNepaliYear;
        if (
            index < 0
            || index >= NepaliMonths.Length
            || month is < 1 or > 12
            || day < 1
            || day > NepaliMonths[index][month - 1]
        )
            return null;
        var days =
            NepaliMonths.Take(index).Sum(lengths => lengths.Sum())
            + NepaliMonths[index].Take(month - 1).Sum()
            + day
            - 1;
        var date = new DateOnly(2013, 4, 14).AddDays(days);
        return new LocalDate(date.Year, date.Month, date.Day);
    }
}

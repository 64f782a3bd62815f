namespace AlertWorker.Entries.Dates;

/// <summary>Two-digit years: no feed is older than the web (RFC 5322 §4.3 draws the line at 50, which is as good as any).</summary>
internal static class FullYear
{
    public static int Of(int year, CalendarKind calendar = CalendarKind.Gregorian) =>
        year >= 100 ? year
        : calendar == CalendarKind.SolarHijri ? year + (year < 50 ? 1400 : 1300)
        : calendar == CalendarKind.Buddhist ? year + 2500
        : year < 50 ? 2000 + year
        : calendar == CalendarKind.BikramSambat ? 2000 + year
        : 1900 + year;
}

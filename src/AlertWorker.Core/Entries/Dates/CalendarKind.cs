namespace AlertWorker.Entries.Dates;

internal enum CalendarKind
{
    Gregorian,
    SolarHijri,
    BikramSambat,
}

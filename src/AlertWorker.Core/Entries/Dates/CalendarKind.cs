namespace AlertWorker.Entries.Dates;

internal enum CalendarKind
{
    Gregorian,
    SolarHijri,
    BikramSambat,

    /// <summary>The Gregorian calendar as Thailand, Laos and Cambodia count its years: 543 ahead.</summary>
    Buddhist,
}

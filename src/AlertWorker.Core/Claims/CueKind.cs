namespace AlertWorker.Claims;

internal enum CueKind
{
    Event,
    Class,
    Country,
    Cause,
    Weekday,
    Month,
    SolarMonth,
    Number,
}

namespace AlertWorker.Entries.Dates;

/// <summary>A date as read from text: fields, and what was said of the zone. Checked when it is turned into an instant.</summary>
/// <param name="Time">Since midnight; up to and including 24 hours.</param>
/// <param name="Offset">Minutes east of UTC; null when the text says nothing or "-0000" (RFC 5322 §3.3: no information).</param>
/// <param name="ZoneName">A name that only the feed's own zone explains (IST); null otherwise.</param>
internal readonly record struct LocalDate(
    int Year,
    int Month,
    int Day,
    TimeSpan Time = default,
    int? Offset = null,
    string? ZoneName = null
)
{
    /// <summary>The instant in UTC; null when there is no such day.</summary>
    public DateTimeOffset? ToUtc(TimeZoneInfo zone)
    {
        if (Year is < 1000 or > 9000 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return null;
        var local = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified) + Time;
        var minutes = Offset ?? ZoneNames.Ambiguous(ZoneName, zone) ?? (int)zone.GetUtcOffset(local).TotalMinutes;
        var utc = local - TimeSpan.FromMinutes(minutes);
        return new DateTimeOffset(utc, TimeSpan.Zero);
    }
}

namespace AlertWorker.Claims;

/// <summary>A time as a text gives it, resolved against the entry's date.</summary>
/// <param name="Day">The local day; null when only an hour or a year is given.</param>
/// <param name="Hour">The local hour; null when only a day is given.</param>
/// <param name="Year">A year without a day ("in 2016"); null otherwise.</param>
/// <param name="Relative">Told from the day of the entry: "today", "tomorrow", "two days ago".</param>
internal readonly record struct Moment(DateOnly? Day, TimeOnly? Hour, int? Year, bool Relative = false)
{
    public static Moment None { get; }

    public bool IsNone => Day is null && Hour is null && Year is null;

    /// <summary>The instant in UTC, the start of the day when no hour is given.</summary>
    public DateTimeOffset? At(TimeZoneInfo zone)
    {
        if (Day is not { } day)
            return null;
        var local = day.ToDateTime(Hour ?? TimeOnly.MinValue);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

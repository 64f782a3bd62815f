namespace AlertWorker.Alerts;

/// <summary>Quiet hours on a subscriber's own clock, summer time included.</summary>
public static class QuietTime
{
    /// <summary>When the quiet that holds now ends, UTC; null when it does not hold for this kind.</summary>
    public static DateTimeOffset? WakesAt(Subscriber subscriber, AlertKind kind, DateTimeOffset now)
    {
        if (subscriber.QuietHours is not { } quiet || quiet.Except?.Contains(kind) == true || quiet.From == quiet.To)
            return null;
        var zone = Zone(subscriber.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        if (!TimeOnly.FromDateTime(local).IsBetween(quiet.From, quiet.To))
            return null;
        var wake = local.Date + quiet.To.ToTimeSpan();
        return ToUtc(wake > local ? wake : wake.AddDays(1), zone);
    }

    /// <summary>Next time a subscriber's digest is due after <paramref name="now"/>, UTC; null when none is wanted.</summary>
    public static DateTimeOffset? NextDigest(Subscriber subscriber, DateTimeOffset now)
    {
        if (subscriber.Digest is not { } at)
            return null;
        var zone = Zone(subscriber.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var due = local.Date + at.ToTimeSpan();
        return ToUtc(due > local ? due : due.AddDays(1), zone);
    }

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>An hour that summer time skips is taken an hour later.</summary>
    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

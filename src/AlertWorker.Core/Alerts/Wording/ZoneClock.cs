namespace AlertWorker.Alerts;

/// <summary>Times as one reader sees them: in the reader's zone and in UTC.</summary>
/// <param name="zone">The zone times are shown in.</param>
/// <param name="catalog">Language of month names and digits.</param>
public sealed class ZoneClock(TimeZoneInfo zone, MessageCatalog catalog)
{
    /// <summary>Short names by zone: standard, then daylight saving. A zone without one shows its offset.</summary>
    private static readonly Dictionary<string, (string Standard, string Daylight)> Names = new(StringComparer.Ordinal)
    {
        ["UTC"] = ("UTC", "UTC"),
        ["Etc/UTC"] = ("UTC", "UTC"),
        ["Asia/Karachi"] = ("PKT", "PKST"),
        ["Asia/Kabul"] = ("AFT", "AFT"),
        ["Asia/Kolkata"] = ("IST", "IST"),
        ["Asia/Tehran"] = ("IRST", "IRDT"),
        ["Europe/Moscow"] = ("MSK", "MSK"),
        ["Europe/Warsaw"] = ("CET", "CEST"),
        ["Europe/Berlin"] = ("CET", "CEST"),
        ["Europe/Paris"] = ("CET", "CEST"),
        ["Europe/Madrid"] = ("CET", "CEST"),
        ["Europe/Kyiv"] = ("EET", "EEST"),
        ["Europe/Kiev"] = ("EET", "EEST"),
        ["Europe/Vilnius"] = ("EET", "EEST"),
        ["Europe/London"] = ("GMT", "BST"),
        ["Africa/Nairobi"] = ("EAT", "EAT"),
    };

    /// <summary>The reader's clock; an unknown zone shows UTC rather than no message.</summary>
    public static ZoneClock For(string timeZone, MessageCatalog catalog) =>
        new(TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc, catalog);

    /// <summary><c>14:05 PKT</c></summary>
    public string Hour(DateTimeOffset at) => Together($"{HourOnly(Local(at))} {ZoneName(at)}");

    /// <summary><c>14 July 2021</c></summary>
    public string Day(DateTimeOffset at) => Date(Local(at));

    /// <summary><c>14 July 2021, 14:05 PKT (09:05 UTC)</c>; the day in UTC too where it is another one.</summary>
    public string Full(DateTimeOffset at)
    {
        var local = Local(at);
        var day = Date(local) + catalog.Plain("list.comma");
        if (ZoneName(at) == "UTC")
            return day + Hour(at);
        var utc = $"{HourOnly(at.ToUniversalTime())} UTC";
        return local.Date == at.UtcDateTime.Date
            ? day + Together($"{HourOnly(local)} {ZoneName(at)} ({utc})")
            : $"{day}{Hour(at)} ({Date(at.ToUniversalTime())}{catalog.Plain("list.comma")}{Together(utc)})";
    }

    /// <summary>"13 days", "3 hours", "25 minutes": the largest unit of which there are two, rounded down.</summary>
    public string Duration(TimeSpan time) =>
        time switch
        {
            { TotalDays: >= 2 } => catalog.Count("duration.days", (long)time.TotalDays),
            { TotalHours: >= 2 } => catalog.Count("duration.hours", (long)time.TotalHours),
            _ => catalog.Count("duration.minutes", (long)time.TotalMinutes),
        };

    /// <summary>Hour and zone name stay in their order within a right-to-left line.</summary>
    private string Together(string text) => catalog.RightToLeft ? $"\u2066{text}\u2069" : text;

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    private string HourOnly(DateTimeOffset at) =>
        catalog.Digits(at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    private string Date(DateTimeOffset at) =>
        string.Concat(
            catalog
                .Text(
                    "date",
                    ("day", new MessageSpan(catalog.Number(at.Day))),
                    ("month", new MessageSpan(catalog.Header.Months[at.Month - 1])),
                    ("year", new MessageSpan(catalog.Number(at.Year)))
                )
                .Select(span => span.Text)
        );

    private string ZoneName(DateTimeOffset at)
    {
        var daylight = zone.IsDaylightSavingTime(at);
        if (Names.TryGetValue(zone.Id, out var names))
            return daylight ? names.Daylight : names.Standard;
        var offset = zone.GetUtcOffset(at);
        if (offset == TimeSpan.Zero)
            return "UTC";
        return $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }
}

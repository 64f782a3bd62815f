namespace AlertWorker.Claims;

/// <summary>The time of an announced change: an instant, a day, or merely "future".</summary>
/// <param name="At">The instant it takes effect in UTC (start of the local day when only a day is given); null for "future".</param>
/// <param name="DayOnly">True when the text gave a day but no hour.</param>
/// <param name="Text">The contract's form: ISO date, ISO date-time in UTC, or <c>future</c>.</param>
public sealed record Schedule(DateTimeOffset? At, bool DayOnly, string Text)
{
    public static Schedule Future { get; } = new(null, DayOnly: false, "future");
}

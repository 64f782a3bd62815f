namespace AlertWorker.Storage;

/// <summary>Which alerts are asked for; a null narrows nothing.</summary>
public sealed record AlertPage
{
    /// <summary>Decided then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Decided then or earlier.</summary>
    public DateTimeOffset? Until { get; init; }

    public string? Crossing { get; init; }

    public Alerts.AlertKind? Kind { get; init; }

    public string? Incident { get; init; }

    /// <summary>Only what comes after this alert in the order of a page: newest first.</summary>
    public (DateTimeOffset At, string Id)? After { get; init; }

    public int Limit { get; init; } = 500;
}

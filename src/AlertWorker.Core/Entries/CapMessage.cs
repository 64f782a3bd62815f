namespace AlertWorker.Entries;

/// <summary>An alert in the Common Alerting Protocol 1.2 (OASIS); the values as written, of the first info block where there are several.</summary>
public sealed record CapMessage
{
    public string? Identifier { get; init; }

    public string? Sender { get; init; }

    /// <summary>ISO 8601 with offset, as written.</summary>
    public string? Sent { get; init; }

    /// <summary>Actual, Exercise, System, Test or Draft: anything but Actual is for nobody (§3.2.1).</summary>
    public string? Status { get; init; }

    /// <summary>Alert, Update, Cancel, Ack or Error; Update and Cancel name what they replace in <see cref="References"/>.</summary>
    public string? MsgType { get; init; }

    public string? Source { get; init; }

    public string? Scope { get; init; }

    public string? Note { get; init; }

    /// <summary>Earlier messages as <c>sender,identifier,sent</c>, separated by spaces.</summary>
    public string? References { get; init; }

    public int InfoCount { get; init; }

    public string? Language { get; init; }

    public string? Category { get; init; }

    public string? Event { get; init; }

    public string? Urgency { get; init; }

    public string? Severity { get; init; }

    public string? Certainty { get; init; }

    public string? Effective { get; init; }

    public string? Onset { get; init; }

    public string? Expires { get; init; }

    public string? SenderName { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Instruction { get; init; }

    public string? Web { get; init; }

    public string? AreaDesc { get; init; }
}

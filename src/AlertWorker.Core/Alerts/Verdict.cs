using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>What the policy makes of a change, before it is put into words and addresses.</summary>
internal sealed record Verdict(AlertReason Reason)
{
    /// <summary>Null for no alert.</summary>
    public AlertKind? Kind { get; init; }

    /// <summary>Cells whose state the alert is about.</summary>
    public IReadOnlyList<int> Cells { get; init; } = [];

    /// <summary>Statements it rests on, the deciding one first.</summary>
    public IReadOnlyList<Support> Supports { get; init; } = [];

    /// <summary>The promise it is about; null for a change of state.</summary>
    public Promise? Promise { get; init; }

    public Certainty Certainty { get; init; }

    public bool Disputed { get; init; }

    public bool Loud { get; init; } = true;
}

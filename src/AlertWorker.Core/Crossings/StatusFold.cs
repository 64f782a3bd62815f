namespace AlertWorker.Crossings;

/// <summary>Folds claims into the status of a crossing by the rules of domain.md §3 and §4. Pure: the same claims and clock give the same status.</summary>
public sealed class StatusFold(FoldRules rules)
{
    /// <summary>Folds the claims of one poll in, and lets the timers fire that are due.</summary>
    /// <param name="status">Status so far; <see cref="CrossingStatus.Of"/> for none.</param>
    /// <param name="notes">Claims on this crossing or its whole border, in any order.</param>
    /// <param name="now">The present, UTC.</param>
    /// <remarks>
    /// Claims are folded in order of event time. One that arrives late is put in its place among the recent ones
    /// and these are folded again, so that the order of arrival does not matter; one older than all of them is only noted.
    /// </remarks>
    public StatusChange Next(
        CrossingStatus status,
        Crossing crossing,
        IReadOnlyList<ClaimNote> notes,
        DateTimeOffset now
    )
    {
        var folding = new Folding(status, crossing, rules);
        foreach (var note in EntrySettling.InOrder(notes))
            folding.Take(note);
        folding.Advance(now);
        return new StatusChange(status, folding.Result, folding.Steps);
    }

    /// <summary>Forgets the state because no living source covers the crossing.</summary>
    public StatusChange Blind(CrossingStatus status, Crossing crossing, DateTimeOffset now)
    {
        if (status.Headline == Claims.Status.Unknown)
            return new StatusChange(status, status, []);
        var draft = new FoldDraft(status.Now, crossing, rules);
        Timers.Fade(draft, FoldRule.Blind, now);
        draft.Clock = now;
        var blind = draft.Freeze();
        return new StatusChange(
            status,
            status with
            {
                Now = blind,
                Base = blind,
                Recent = [],
                Path = [],
            },
            [Ledger.Line(crossing.Id, null, FoldRule.Blind, now, status.Headline, blind.Headline)]
        );
    }

    /// <summary>When the next timer of a crossing is due; null when none is set.</summary>
    public DateTimeOffset? NextDue(CrossingStatus status) => Timers.NextDue(status.Now, rules);
}

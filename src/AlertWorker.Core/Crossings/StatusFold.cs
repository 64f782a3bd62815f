using AlertWorker.Claims;

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
        var kept = EntrySettling.InOrder(notes, out var overruled);
        foreach (var note in kept)
            folding.Take(note);
        foreach (var note in overruled)
            folding.LeaveOut(note, FoldRule.SameStory);
        folding.Advance(now);
        return new StatusChange(status, folding.Result, folding.Steps);
    }

    /// <summary>Forgets the state because no living source covers the crossing.</summary>
    public StatusChange Blind(CrossingStatus status, Crossing crossing, DateTimeOffset now)
    {
        if (status.Headline == Status.Unknown)
            return new StatusChange(status, status, []);
        var draft = new FoldDraft(status.Now, crossing, rules);
        Timers.Fade(draft, FoldRule.Blind, now);
        draft.Clock = now;
        var blind = draft.Freeze();
        return new StatusChange(
            status,
            Anew(status, blind),
            [Ledger.Line(crossing.Id, null, FoldRule.Blind, now, status.Headline, blind.Headline)]
        );
    }

    /// <summary>Takes back what was wrongly told: an operator knows better than what was read.</summary>
    /// <param name="wrong">States that were told; what holds of them no more is left as it is.</param>
    /// <param name="right">What holds instead; unknown when nobody knows.</param>
    /// <param name="promised">The announcement withdrawn, as the contract writes its time; null when none is.</param>
    /// <param name="word">What the operator says.</param>
    public StatusChange Correct(
        CrossingStatus status,
        Crossing crossing,
        IReadOnlyDictionary<Flow, Status> wrong,
        Status right,
        string? promised,
        Support word
    )
    {
        var draft = new FoldDraft(status.Now, crossing, rules);
        draft.Promises.RemoveAll(promise => promise.Schedule.Text == promised);
        draft.Correct(wrong, right, word);
        var corrected = draft.Freeze();
        var step = Ledger.Line(crossing.Id, null, FoldRule.Corrected, word.At, status.Headline, corrected.Headline);
        return new StatusChange(
            status,
            Anew(status, corrected),
            [step with { EntryId = word.EntryId, Reason = $"{step.Reason} “{word.Text}”" }]
        );
    }

    /// <summary>When the next timer of a crossing is due; null when none is set.</summary>
    public DateTimeOffset? NextDue(CrossingStatus status) => Timers.NextDue(status.Now, rules);

    /// <summary>A state that no late claim goes behind.</summary>
    private static CrossingStatus Anew(CrossingStatus status, FoldState state) =>
        status with
        {
            Now = state,
            Base = state,
            Recent = [],
            Path = [],
        };
}

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
        var ledger = new List<FoldStep>(notes.Count);
        var after = status;
        foreach (var group in EntrySettling.InOrder(notes))
            after = Put(after, crossing, group, ledger);
        after = after with { Now = Advanced(after.Now, crossing, now, ledger) };
        return new StatusChange(status, after, ledger);
    }

    /// <summary>Forgets the state because no living source covers the crossing.</summary>
    public StatusChange Blind(CrossingStatus status, Crossing crossing, DateTimeOffset now)
    {
        var draft = new FoldDraft(status.Now, crossing, rules);
        var headline = draft.Headline();
        if (headline == Status.Unknown)
            return new StatusChange(status, status, []);
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
            [Ledger.Line(draft, null, FoldRule.Blind, now, headline)]
        );
    }

    /// <summary>When the next timer of a crossing is due; null when none is set.</summary>
    public DateTimeOffset? NextDue(CrossingStatus status) => Timers.NextDue(status.Now, rules);

    private CrossingStatus Put(CrossingStatus status, Crossing crossing, ClaimNote note, List<FoldStep> ledger)
    {
        if (note.Order < status.Base.Clock && status.Base.Stands.Count > 0 && !StillAhead(note))
        {
            var draft = new FoldDraft(status.Now, crossing, rules);
            ledger.Add(Ledger.Line(draft, note, FoldRule.OlderThanKnown, note.Order, draft.Headline()));
            return status;
        }
        if (note.Order < status.Now.Clock && StillAhead(note))
            return status with { Now = Folded(status.Now, crossing, note, ledger) };
        var at = PlaceOf(note, status.Recent);
        var inTime = at == status.Recent.Count && note.Order >= status.Now.Clock;
        var recent = new List<ClaimNote>(status.Recent.Count + 1);
        recent.AddRange(status.Recent);
        recent.Insert(at, note);
        var path = new List<FoldState?>(recent.Count);
        path.AddRange(status.Path.Take(at));
        while (path.Count < at)
            path.Add(null);
        var now = inTime ? status.Now : Before(status, crossing, at);
        for (var i = at; i < recent.Count; i++)
            path.Add(now = Folded(now, crossing, recent[i], i == at ? ledger : null));
        return Bounded(status with { Now = now, Recent = recent, Path = path }, crossing);
    }

    /// <summary>The state before a recent claim: remembered, or folded again from the last that is.</summary>
    private FoldState Before(CrossingStatus status, Crossing crossing, int at)
    {
        var known = Math.Min(at, status.Path.Count);
        while (known > 0 && status.Path[known - 1] is null)
            known--;
        var state = known == 0 ? status.Base : status.Path[known - 1]!;
        for (var i = known; i < at; i++)
            state = Folded(state, crossing, status.Recent[i], null);
        return state;
    }

    private FoldState Folded(FoldState state, Crossing crossing, ClaimNote note, List<FoldStep>? ledger)
    {
        var draft = new FoldDraft(state, crossing, rules);
        Step(draft, note, ledger);
        return draft.Freeze();
    }

    private static void Step(FoldDraft draft, ClaimNote note, List<FoldStep>? ledger)
    {
        Timers.Advance(draft, note.Order, ledger);
        var headline = draft.Headline();
        var rule = Apply(draft, note);
        draft.Sweep();
        if (note.Order > draft.Clock)
            draft.Clock = note.Order;
        ledger?.Add(Ledger.Line(draft, note, rule, note.Order, headline));
    }

    private static FoldRule Apply(FoldDraft draft, ClaimNote note)
    {
        var saying = Weighing.Of(note, draft);
        if (saying.Kind == SayingKind.Nothing)
            return saying.Rule ?? FoldRule.NothingSaid;
        if (Copies.IsCopy(draft, saying))
            return FoldRule.Copy;
        return saying.Kind switch
        {
            SayingKind.Plans => PlanRules.Apply(draft, saying),
            SayingKind.Closes => ClosureRules.Apply(draft, saying),
            SayingKind.DeniesOpening => DenyOpening(draft, saying),
            SayingKind.DeniesClosure => DenyClosure(draft, saying),
            _ => OpeningRules.Apply(draft, saying),
        };
    }

    private static FoldRule DenyOpening(FoldDraft draft, Saying saying)
    {
        var denied = PlanRules.Deny(draft, saying, Status.Open);
        var closed = ClosureRules.Apply(draft, saying);
        return denied ?? closed;
    }

    private static FoldRule DenyClosure(FoldDraft draft, Saying saying)
    {
        var denied = PlanRules.Deny(draft, saying, Status.Closed);
        var open = OpeningRules.Apply(draft, saying);
        return denied ?? open;
    }

    private FoldState Advanced(FoldState state, Crossing crossing, DateTimeOffset now, List<FoldStep> ledger)
    {
        if (Timers.NextDue(state, rules) is not { } due || due > now)
            return state;
        var draft = new FoldDraft(state, crossing, rules);
        Timers.Advance(draft, now, ledger);
        return draft.Freeze();
    }

    /// <summary>A plan is as good when read late, as long as its time has not come; it is known from then on, not before.</summary>
    private static bool StillAhead(ClaimNote note) => note.Claim.Scheduled?.At > note.Seen;

    private static int PlaceOf(ClaimNote note, IReadOnlyList<ClaimNote> recent)
    {
        var at = recent.Count;
        while (at > 0 && EntrySettling.Compare(recent[at - 1], note) > 0)
            at--;
        return at;
    }

    /// <summary>What is old or too much is folded into the base for good.</summary>
    private CrossingStatus Bounded(CrossingStatus status, Crossing crossing)
    {
        var horizon = status.Recent[^1].Order - rules.LateWindow;
        var past = 0;
        while (
            past < status.Recent.Count - 1
            && (status.Recent.Count - past > rules.LateClaims || status.Recent[past].Order < horizon)
        )
            past++;
        if (past == 0)
            return status;
        return status with
        {
            Base = Before(status, crossing, past),
            Recent = [.. status.Recent.Skip(past)],
            Path = [.. status.Path.Skip(past)],
        };
    }
}

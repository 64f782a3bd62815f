using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>
/// A crossing while claims are folded in: the newest are kept with the state after each, so that a late one takes its place among them
/// and only what follows it is folded again.
/// </summary>
internal sealed class Folding(CrossingStatus status, Crossing crossing, FoldRules rules)
{
    private readonly TextMemory texts = new(status.Texts, rules.Texts);
    private List<ClaimNote>? recent;
    private List<FoldState>? path;
    private FoldState oldest = status.Base;
    private FoldState now = status.Now;

    public List<FoldStep> Steps { get; } = new(1);

    public CrossingStatus Result =>
        status with
        {
            Now = now,
            Base = oldest,
            Recent = recent ?? status.Recent,
            Path = path ?? status.Path,
            Texts = texts.Texts,
        };

    /// <summary>Folds one claim in, where its time puts it.</summary>
    public void Take(ClaimNote note)
    {
        // what tells of the past, of talks and hopes takes no place among the claims a state is folded from
        if (Weighed(note) is { Kind: SayingKind.Nothing } nothing)
            LeaveOut(note, nothing.Rule ?? FoldRule.NothingSaid);
        else if (StillAhead(note))
            Insert(note.Order < now.Clock ? note with { Order = now.Clock } : note);
        else if ((note.Order < oldest.Clock && !oldest.Stands.IsEmpty) || (IsOld(note) && Overturns(note)))
            LeaveOut(note, FoldRule.OlderThanKnown);
        else
            Insert(note);
    }

    /// <summary>Notes a claim that leaves the state alone.</summary>
    public void LeaveOut(ClaimNote note, FoldRule rule) =>
        Steps.Add(Ledger.Line(crossing.Id, note, rule, note.Order, now.Headline, now.Headline));

    /// <summary>Lets the timers fire that are due until then.</summary>
    public void Advance(DateTimeOffset until)
    {
        if (Timers.NextDue(now, rules) is not { } due || due > until)
            return;
        var draft = new FoldDraft(now, crossing, rules);
        Timers.Advance(draft, until, Steps);
        now = draft.Freeze();
    }

    /// <summary>A plan is as good when read late, as long as its time has not come; it is known from then on, not before.</summary>
    private static bool StillAhead(ClaimNote note) => note.Claim.Scheduled?.At > note.Seen;

    private bool IsOld(ClaimNote note) => note.Order + rules.LateWindow < now.Clock;

    /// <summary>What is older than all that is known may tell of traffic of which nothing is known, and no more (domain.md §4.3).</summary>
    private bool Overturns(ClaimNote note)
    {
        var trial = new Folding(Result, crossing, rules);
        trial.Insert(note);
        return now.Dissent is null != trial.now.Dissent is null
            || !Watched(now).SequenceEqual(Watched(trial.now))
            || now.Effective.Zip(trial.now.Effective)
                .Any(flow => flow.First != Status.Unknown && flow.First != flow.Second);
    }

    private static IEnumerable<(string, bool, bool)> Watched(FoldState state) =>
        state.Promises.Select(promise => (promise.Key, promise.Overdue, promise.DeniedBy is null));

    private void Insert(ClaimNote note)
    {
        recent ??= Room(status.Recent);
        path ??= Room(status.Path);
        // the states on the way are not stored
        for (var i = path.Count; i < recent.Count; i++)
            path.Add(Folded(Before(i, path), recent[i], null));
        var at = recent.Count;
        while (at > 0 && EntrySettling.Compare(recent[at - 1], note) > 0)
            at--;
        var inTime = at == recent.Count && note.Order >= now.Clock;
        now = inTime ? now : Before(at, path);
        recent.Insert(at, note);
        path.RemoveRange(at, path.Count - at);
        for (var i = at; i < recent.Count; i++)
            path.Add(now = Folded(now, recent[i], i == at ? Steps : null));
        DropOld(recent, path);
    }

    private List<T> Room<T>(IReadOnlyList<T> kept)
    {
        var list = new List<T>(rules.LateClaims + 1);
        list.AddRange(kept);
        return list;
    }

    private FoldState Before(int at, List<FoldState> states) => at == 0 ? oldest : states[at - 1];

    /// <summary>What is old or too much is folded in for good.</summary>
    private void DropOld(List<ClaimNote> notes, List<FoldState> states)
    {
        var horizon = notes[^1].Order - rules.LateWindow;
        var past = Math.Max(0, notes.Count - rules.LateClaims);
        while (past < notes.Count - 1 && notes[past].Order < horizon)
            past++;
        oldest = Before(past, states);
        notes.RemoveRange(0, past);
        states.RemoveRange(0, past);
    }

    private FoldState Folded(FoldState state, ClaimNote note, List<FoldStep>? ledger)
    {
        var draft = new FoldDraft(state, crossing, rules);
        Timers.Advance(draft, note.Order, ledger);
        var headline = draft.Headline();
        var rule = Apply(draft, note);
        if (note.Order > draft.Clock)
            draft.Clock = note.Order;
        ledger?.Add(Ledger.Line(crossing.Id, note, rule, note.Order, headline, draft.Headline()));
        return draft.Freeze();
    }

    private Saying Weighed(ClaimNote note) => Weighing.Of(note, crossing.Countries, now.Cells);

    private FoldRule Apply(FoldDraft draft, ClaimNote note)
    {
        if (texts.New(Weighed(note)) is not { } saying)
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
        // "the crossings will not open yet" closes none of those of which nothing is known
        var known = saying.Note.BorderWide
            ? saying with
            {
                Flows = draft.Where(saying.Flows, status => status != Status.Unknown),
            }
            : saying;
        var closed = ClosureRules.Apply(draft, known);
        return denied ?? closed;
    }

    private static FoldRule DenyClosure(FoldDraft draft, Saying saying)
    {
        var denied = PlanRules.Deny(draft, saying, Status.Closed);
        var open = OpeningRules.Apply(draft, saying);
        return denied ?? open;
    }
}

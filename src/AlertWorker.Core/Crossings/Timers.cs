using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What happens by the clock alone: announced closures begin, routine ones end, promises fall due, memory fades.</summary>
internal static class Timers
{
    private const int MostSteps = 32;

    /// <summary>An overdue or denied promise is remembered this long, so that its repetition is no news.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    /// <summary>An announced closure on weak words waits this long to be reported, then is forgotten.</summary>
    private static readonly TimeSpan WeakPlanWaits = TimeSpan.FromHours(30);

    /// <summary>When the next timer of a state is due; null when none is set.</summary>
    public static DateTimeOffset? NextDue(FoldState state, FoldRules rules)
    {
        DateTimeOffset? next = null;
        foreach (var promise in state.Promises)
            next = Earlier(next, DueOf(promise, rules));
        foreach (var stand in state.Stands)
            if (stand is { Routine: true, Until: { } until, Status: > Status.Open })
                next = Earlier(next, until);
        return Earlier(next, FadesAt(state.Stands, rules));
    }

    /// <summary>Lets everything fire that is due until then, in order of time.</summary>
    public static void Advance(FoldDraft draft, DateTimeOffset until, List<FoldStep>? ledger)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            var due = Due(draft);
            if (due is not { } at || at > until)
                return;
            var headline = draft.Headline();
            var rule = Fire(draft, at);
            draft.Clock = at > draft.Clock ? at : draft.Clock;
            if (rule is not null)
                ledger?.Add(Ledger.Line(draft.CrossingId, null, rule, at, headline, draft.Headline()));
        }
    }

    private static DateTimeOffset? Due(FoldDraft draft)
    {
        DateTimeOffset? next = null;
        foreach (var promise in draft.Promises)
            next = Earlier(next, DueOf(promise, draft.Rules));
        foreach (var stand in draft.Stands)
            if (stand is { Routine: true, Until: { } end, Status: > Status.Open })
                next = Earlier(next, end);
        return Earlier(next, FadesAt(draft.Stands, draft.Rules));
    }

    private static FoldRule? Fire(FoldDraft draft, DateTimeOffset at)
    {
        if (draft.Promises.Find(promise => DueOf(promise, draft.Rules) <= at) is { } promise)
            return promise.Target > Status.Open && promise.DeniedBy is null
                ? Begin(draft, promise, at)
                : PassBy(draft, promise);
        var ended = draft.Stands.FirstOrDefault(stand =>
            stand is { Routine: true, Status: > Status.Open } && stand.Until <= at
        );
        return ended is not null ? End(draft, ended, at) : Fade(draft, FoldRule.Faded, at);
    }

    /// <summary>An announced closure begins as announced, if somebody with an office announced it.</summary>
    private static FoldRule? Begin(FoldDraft draft, Promise promise, DateTimeOffset at)
    {
        draft.Promises.Remove(promise);
        var flows = PlanRules.FlowsOf(draft, promise);
        flows = draft.Where(flows, status => status < promise.Target);
        if (!promise.Named)
            flows &= ~SetApart(draft, promise.Made);
        if (flows == 0 || promise.Vague || promise.Support.Strength < Proof.Likely)
            return null;
        var headline = draft.Headline();
        var routine = promise.Cause == "holiday";
        var stand = draft.Add(
            new Stand
            {
                Id = 0,
                Status = promise.Target,
                Holder = promise.Holder,
                Since = promise.At,
                AsOf = promise.At,
                Cause = promise.Cause == "unknown" ? null : promise.Cause,
                Until = routine ? promise.Until : null,
                Named = promise.Named,
                Wide = !promise.Named,
                Routine = routine,
                Supports = [promise.Support],
            }
        );
        draft.SetWord(flows, stand);
        if (!routine && promise.Until is { } end)
            Watch(draft, promise, end);
        draft.Settle(headline, promise.At, FoldRule.ScheduledBegin);
        return FoldRule.ScheduledBegin;
    }

    /// <summary>
    /// What a word that names the crossing has called open since a closure of the whole border was announced: a word on all is
    /// weaker (domain.md §3).
    /// </summary>
    private static int SetApart(FoldDraft draft, DateTimeOffset announced)
    {
        var apart = 0;
        for (var i = 0; i < draft.Cells.Length; i++)
            if (
                draft.Behind(1 << i) is { Count: > 0 } words
                && words.TrueForAll(word => word is { Named: true, Status: Status.Open } && word.AsOf >= announced)
            )
                apart |= 1 << i;
        return apart;
    }

    private static void Watch(FoldDraft draft, Promise closure, DateTimeOffset end)
    {
        draft.Promises.RemoveAll(promise => promise.Target == Status.Open);
        draft.Promises.Add(
            closure with
            {
                Key = PlanRules.KeyOf(Status.Open, end),
                Target = Status.Open,
                At = end,
                DayOnly = Ends.IsDay(draft, end),
                EndOnly = true,
                Implied = true,
                Until = null,
            }
        );
    }

    /// <summary>A promised opening nobody reports: told once, then remembered for a while.</summary>
    private static FoldRule? PassBy(FoldDraft draft, Promise promise)
    {
        var flows = PlanRules.FlowsOf(draft, promise);
        if (promise.Overdue || promise.DeniedBy is not null || draft.Where(flows, status => status != Status.Open) == 0)
        {
            draft.Promises.Remove(promise);
            return null;
        }
        PlanRules.Swap(draft, promise, promise with { Overdue = true });
        return FoldRule.PromiseOverdue;
    }

    private static FoldRule End(FoldDraft draft, Stand ended, DateTimeOffset at)
    {
        var headline = draft.Headline();
        var open = draft.Add(ended with { Status = Status.Open, Since = at, AsOf = at, Until = null, Cause = null });
        for (var i = 0; i < draft.Cells.Length; i++)
        {
            var flow = 1 << i;
            if (!draft.Behind(flow).Contains(ended))
                continue;
            draft.ClearWords(flow, word => word.Id == ended.Id);
            draft.SetWord(flow, open);
        }
        draft.Replace(ended with { Routine = false, Until = null });
        draft.Settle(headline, at, FoldRule.ScheduledEnd);
        return FoldRule.ScheduledEnd;
    }

    /// <summary>Forgets every word: what is left of a faded closure would read as open, and no news is never open.</summary>
    public static FoldRule Fade(FoldDraft draft, FoldRule rule, DateTimeOffset at)
    {
        var headline = draft.Headline();
        draft.Forget();
        draft.Settle(headline, at, rule);
        return rule;
    }

    private static DateTimeOffset DueOf(Promise promise, FoldRules rules)
    {
        if (promise.Overdue || promise.DeniedBy is not null)
            return promise.At + Remembered;
        if (promise.Target > Status.Open)
            return promise.Support.Strength >= Proof.Likely ? promise.At : promise.At + WeakPlanWaits;
        return promise.At
            + (
                promise is { EndOnly: true, DayOnly: true } ? rules.OverdueAfterEnd
                : promise.DayOnly ? rules.OverdueAfterDay
                : IsNight(promise.At) ? rules.OverdueAfterNight
                : rules.OverdueAfterHour
            );
    }

    /// <summary>Midnight somewhere between the Oder and Bengal: who opens a gate then is seen in the morning.</summary>
    private static bool IsNight(DateTimeOffset at) => at.UtcDateTime.Hour is >= 17 or <= 2;

    /// <summary>The last word on a state worse than open, and the longest memory of its causes.</summary>
    private static DateTimeOffset? FadesAt(ImmutableArray<Stand> stands, FoldRules rules)
    {
        DateTimeOffset? worse = null;
        DateTimeOffset? open = null;
        TimeSpan? memory = null;
        var hearsay = true;
        foreach (var stand in stands)
        {
            if (stand.Status == Status.Open)
            {
                open = Later(open, stand.AsOf);
                continue;
            }
            worse = Later(worse, stand.Until > stand.AsOf ? stand.Until.Value : stand.AsOf);
            hearsay &= Proof.IsHearsay(stand.Supports);
            // a queue closes nothing by itself: as the cause of a closure it is what the closure led to
            if (stand is { Cause: "congestion", Status: Status.Closed })
                continue;
            if (stand.Cause is { } cause && rules.DecayOf(cause) is var decay && (memory is null || decay > memory))
                memory = decay;
        }
        if (worse is not { } last)
            return open + rules.OpenFades;
        var fades = memory ?? rules.DecayOtherwise;
        return last + (hearsay && rules.HearsayFades < fades ? rules.HearsayFades : fades);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset other) =>
        one is null || other > one ? other : one;
}

using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What a word of opening, or a denial of closure, does (domain.md §4.5, §4.6): openings need proof.</summary>
internal static class OpeningRules
{
    /// <summary>For this long after a part opened, "reopened" without saying for whom is the same news told loosely.</summary>
    private static readonly TimeSpan PartIsNews = TimeSpan.FromHours(36);

    /// <summary>What no government decided: either side may report its end, and a paper may that sees traffic move.</summary>
    private static readonly string[] Obstacles =
    [
        "weather",
        "disaster",
        "maintenance",
        "customs-outage",
        "road-blocked",
        "strike",
        "congestion",
    ];

    /// <summary>Obstacles beside which the gate itself stands open all the time.</summary>
    private static readonly string[] BesideGate = ["customs-outage", "road-blocked", "strike", "congestion"];

    /// <summary>A half-proven opening waits this long for its second voice.</summary>
    private static readonly TimeSpan ProofWaits = TimeSpan.FromHours(48);

    public static FoldRule Apply(FoldDraft draft, Saying saying)
    {
        if (saying.Note.Claim.Exception)
            return Except(draft, saying);
        var worse = draft.Where(saying.Flows, status => status > saying.Target);
        if (worse == 0)
            return AgainstNothing(draft, saying);
        var closing = draft.Behind(worse).FindAll(stand => stand.Status > saying.Target);
        var unchanged = saying.Note.Claim.Change != Change.Reopening;
        if (unchanged && saying.Kind == SayingKind.Opens && closing.TrueForAll(stand => Is(stand, BesideGate)))
            return FoldRule.GateIsNotIt;
        return saying.Kind == SayingKind.DeniesClosure || unchanged
            ? Contradict(draft, saying, worse, closing)
            : Reopen(draft, saying, worse, closing);
    }

    private static FoldRule AgainstNothing(FoldDraft draft, Saying saying)
    {
        var unknown = draft.Where(saying.Flows, status => status == Status.Unknown);
        var open = saying.Flows & ~unknown;
        foreach (var stand in draft.Behind(open))
            draft.Replace(Confirmed(draft, stand, saying));
        if (unknown == 0 || saying.Strength < 2 || saying.Copies)
            return FoldRule.Refreshed;
        if (saying.Kind == SayingKind.DeniesClosure && !saying.Likely)
            return FoldRule.WeakerSource;
        if (saying.Note.Claim.Change == Change.Reopening && !Believable(saying) && draft.Incident is { Ended: null })
            return Prove(draft, saying, unknown, [], sideSilent: false);
        var rule =
            saying.Note.Claim.Change == Change.Reopening && PlanRules.Kept(draft, saying) is not null
                ? FoldRule.Reopened
                : FoldRule.BuildsOpen;
        Open(draft, saying, unknown, [saying.Support], rule);
        return rule;
    }

    /// <summary>After a closure faded nothing speaks against an opening; a paper's own word is enough, hearsay is not.</summary>
    private static bool Believable(Saying saying) =>
        saying.Likely || saying.Note.Claim.Speaker.Kind is SpeakerKind.Outlet or SpeakerKind.Witness;

    private static Stand Confirmed(FoldDraft draft, Stand stand, Saying saying)
    {
        var fresh = Witnesses.Refresh(stand, saying, draft.Rules.Supports, out _);
        return saying.Kind == SayingKind.DeniesClosure && saying.Likely ? fresh with { Denial = true } : fresh;
    }

    /// <summary>"It is open as usual", "it was never closed".</summary>
    private static FoldRule Contradict(FoldDraft draft, Saying saying, int worse, List<Stand> closing)
    {
        if (!saying.Likely)
            return saying.Copies ? FoldRule.WeakerSource : Prove(draft, saying, worse, closing, sideSilent: false);
        var rumour = closing.TrueForAll(stand => stand.Certainty == Certainty.Possible);
        var authority =
            saying.OfficialOf is not null
            && closing.TrueForAll(stand =>
                (stand.Holder.Length == 0 || stand.Holder == saying.OfficialOf) && !HasOfficial(stand)
            );
        if (rumour || (authority && saying.Kind == SayingKind.DeniesClosure))
        {
            Open(draft, saying, worse, [saying.Support], FoldRule.NeverClosed);
            return FoldRule.NeverClosed;
        }
        var live = saying.Order - closing.Max(stand => stand.AsOf) <= draft.Rules.DisputeWindow;
        return saying.Kind == SayingKind.DeniesClosure || live
            ? Dispute(draft, saying)
            : Reopen(draft, saying, worse, closing);
    }

    private static FoldRule Dispute(FoldDraft draft, Saying saying)
    {
        if (draft.Dissent is { } known)
        {
            draft.Dissent = Witnesses.Refresh(known, saying, draft.Rules.Supports, out _);
            return FoldRule.Refreshed;
        }
        draft.Dissent = Witnesses.Begin(saying, saying.Target, saying.Note.Event);
        return FoldRule.Disputed;
    }

    private static FoldRule Reopen(FoldDraft draft, Saying saying, int worse, List<Stand> closing)
    {
        if (saying.Copies)
            return FoldRule.AwaitingProof;
        if (saying.Note.BorderWide && closing.Exists(stand => !stand.Wide))
            return FoldRule.UnderNamed;
        if (draft.Dissent is { } dissent && !dissent.Supports.All(known => Proof.Independent(known, saying.Support)))
            return FoldRule.Refreshed;
        worse &= ~WaitingForPart(draft, saying);
        if (worse == 0)
            return FoldRule.PartOnly;
        var sideSilent = closing.Exists(stand => ClosedByOther(stand, saying));
        if (sideSilent || !(saying.Likely || PeopleFirst(draft, saying) || SeesItPass(saying, closing)))
            return Prove(draft, saying, worse, closing, sideSilent);
        Open(draft, saying, worse, SupportsOf(draft, saying), FoldRule.Reopened);
        return FoldRule.Reopened;
    }

    /// <summary>Cars or people pass while trucks stay stopped: sends no truck into a queue, so a paper's word is enough.</summary>
    private static bool PeopleFirst(FoldDraft draft, Saying saying) =>
        saying is { Scope: Scope.People, Strength: > 1 }
        && saying.Note.Claim.Speaker.Kind != SpeakerKind.Unnamed
        && draft.Headline() == Status.Closed;

    /// <summary>The road is free, the system is back: who reports it in his own voice has seen trucks move.</summary>
    private static bool SeesItPass(Saying saying, List<Stand> closing) =>
        saying.Strength > 1 && Believable(saying) && closing.TrueForAll(stand => Is(stand, Obstacles));

    /// <summary>Collects voices for an opening until they are two, one of them not merely of the side that did not close.</summary>
    private static FoldRule Prove(FoldDraft draft, Saying saying, int worse, List<Stand> closing, bool sideSilent)
    {
        var supports = SupportsOf(draft, saying);
        if (PlanRules.Kept(draft, saying) is { } promised && (!sideSilent || IsWordOf(promised, closing)))
            supports = Witnesses.With(supports, promised, draft.Rules.Supports, out _);
        var unbiased = !sideSilent || supports.Any(support => support.OfficialOf is null || IsWordOf(support, closing));
        if (Proof.HasSecond(supports) && unbiased)
        {
            var unchanged = saying.Note.Claim.Change != Change.Reopening;
            var rule = unchanged ? FoldRule.NeverClosed : FoldRule.Reopened;
            Open(draft, saying, worse, supports, rule);
            return rule;
        }
        if (sideSilent && saying.Likely)
            Dispute(draft, saying);
        draft.Pending = (draft.Pending ?? Witnesses.Begin(saying, saying.Target, saying.Note.Event)) with
        {
            Supports = supports,
            AsOf = saying.Order,
        };
        draft.PendingFlows |= worse;
        return sideSilent ? FoldRule.ClosingSideSilent : FoldRule.AwaitingProof;
    }

    /// <summary>The side that closed it says so itself.</summary>
    private static bool IsWordOf(Support support, List<Stand> closing) =>
        closing.Exists(stand => stand.Holder == support.OfficialOf);

    private static ImmutableArray<Support> SupportsOf(FoldDraft draft, Saying saying)
    {
        if (
            draft.Pending is { } pending
            && (saying.Order - pending.AsOf > ProofWaits || pending.Status == Status.Closed)
        )
            draft.Pending = null;
        return Witnesses.With(draft.Pending?.Supports ?? [], saying.Support, draft.Rules.Supports, out _);
    }

    private static void Open(FoldDraft draft, Saying saying, int worse, ImmutableArray<Support> supports, FoldRule rule)
    {
        var headline = draft.Headline();
        var flows = worse | draft.Where(saying.Flows, status => status == Status.Unknown);
        var replaced = draft.Behind(worse).FindAll(stand => stand.Status > saying.Target);
        var began = replaced.Count > 0 ? replaced.Max(stand => stand.Since) : saying.Note.Event;
        var since = saying.Note.Event > began ? saying.Note.Event : saying.Order;
        var stand = Witnesses.Begin(saying, saying.Target, since) with
        {
            Supports = supports,
            Denial = rule == FoldRule.NeverClosed || saying.Kind == SayingKind.DeniesClosure,
        };
        if (replaced.Count > 0)
            draft.Replaced = [.. replaced.Take(4)];
        draft.ClearWords(flows, word => word.Status >= saying.Target);
        // a holiday ends for all, whoever is named first
        if (replaced.Exists(stand => stand.Routine))
            draft.ClearWords(-1, word => word.Routine);
        draft.SetWord(flows, draft.Add(stand));
        (draft.Pending, draft.Dissent) = (null, null);
        PlanRules.Keep(draft, flows, saying.Target);
        draft.Settle(headline, since, rule);
    }

    /// <summary>Stranded people, patients, trucks already in the queue: restricted for people, nothing for new cargo.</summary>
    private static FoldRule Except(FoldDraft draft, Saying saying)
    {
        var closed = draft.Where(saying.Flows, status => status == Status.Closed);
        if (closed == 0)
            return FoldRule.Refreshed;
        if (saying.Strength < 2 || saying.Copies)
            return FoldRule.WeakerSource;
        var headline = draft.Headline();
        foreach (var stand in draft.Behind(closed))
            draft.Replace(stand with { AsOf = saying.Order > stand.AsOf ? saying.Order : stand.AsOf });
        var people = saying.Scope == Scope.People ? draft.Of(FlowMode.People) & closed : 0;
        if (people == 0)
            draft.Excepted = draft.Incident?.Id;
        if (people == 0)
            return FoldRule.Excepted;
        var excepted = Witnesses.Begin(saying, Status.Restricted, saying.Note.Event) with { Exception = true };
        draft.ClearWords(people, word => word.Status == Status.Closed);
        draft.SetWord(people, draft.Add(excepted));
        PlanRules.Keep(draft, people, Status.Restricted);
        draft.Settle(headline, excepted.Since, FoldRule.Excepted);
        return FoldRule.Excepted;
    }

    /// <summary>Cargo still closed while people were let through just now.</summary>
    private static int WaitingForPart(FoldDraft draft, Saying saying)
    {
        if (saying.Scope != Scope.NotSaid || (saying.Strength >= 4 && saying.Target == Status.Open))
            return 0;
        var part = draft.Stands.Any(stand =>
            stand.Status is Status.Open or Status.Restricted
            && (stand.Turned || stand.Exception)
            && saying.Order - stand.Since <= PartIsNews
        );
        return part && draft.Headline() == Status.Closed ? draft.Where(-1, status => status == Status.Closed) : 0;
    }

    /// <summary>Another side closed it, and said so itself or was not spoken for by the side that now says it is open.</summary>
    private static bool ClosedByOther(Stand closing, Saying saying)
    {
        var side = saying.OfficialOf is { Length: > 0 } official ? official : saying.Actor;
        return side.Length > 0
            && !Is(closing, Obstacles)
            && closing.Holder.Length > 0
            && closing.Holder != side
            && (HasOfficial(closing, closing.Holder) || !HasOfficial(closing, side));
    }

    private static bool Is(Stand stand, string[] causes) => causes.Contains(stand.Cause ?? "");

    private static bool HasOfficial(Stand stand, string side) =>
        stand.Supports.Any(support => support.OfficialOf == side && support.Strength >= Proof.Likely);

    private static bool HasOfficial(Stand stand) =>
        stand.Supports.Any(support => support.OfficialOf is not null && support.Strength >= Proof.Likely);
}

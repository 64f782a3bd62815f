using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What a word of closure or restriction does (domain.md §4.5: told at once, with its certainty).</summary>
internal static class ClosureRules
{
    /// <summary>"Remains closed" printed this soon after a reopening is an older story.</summary>
    private static readonly TimeSpan PrintersLag = TimeSpan.FromHours(10);

    /// <summary>A named opening this fresh is not undone by a word on the whole border.</summary>
    private static readonly TimeSpan NamedHolds = TimeSpan.FromHours(12);

    public static FoldRule Apply(FoldDraft draft, Saying saying)
    {
        var outcome = FoldRule.NothingSaid;
        var same = draft.Where(saying.Flows, status => status >= saying.Target);
        var unknown = draft.Where(saying.Flows, status => status == Status.Unknown);
        var better = saying.Flows & ~same & ~unknown;
        if (Refutes(draft, saying))
            draft.Pending = null;
        if (same != 0)
            outcome = Refresh(draft, saying, same);
        if (better != 0)
            outcome = AgainstBetter(draft, saying, better, same | unknown);
        // what is not believed of the traffic we know is not believed of the rest either
        if (unknown == 0 || draft.Where(better, status => status < saying.Target) != 0)
            return outcome;
        var rest = AgainstUnknown(draft, saying, unknown, same);
        return better == 0 ? rest : outcome;
    }

    /// <summary>"Still closed", said after an unproven opening of the same traffic and not in the same story.</summary>
    private static bool Refutes(FoldDraft draft, Saying saying) =>
        draft.Pending is { Status: <= Status.Restricted } pending
        && saying.Strength > 1
        && saying.Order >= pending.AsOf
        && (saying.Flows & draft.PendingFlows) != 0
        && pending.Supports.All(support => support.EntryId != saying.Note.EntryId);

    /// <summary>Refreshes the closing word without changing any flow.</summary>
    public static FoldRule Refresh(FoldDraft draft, Saying saying, int same)
    {
        var closing = draft.Behind(same).FindAll(stand => stand.Status >= saying.Target);
        if (closing.Count == 0)
            return FoldRule.Refreshed;
        if (draft.Dissent is { } old && saying.Order - old.AsOf > draft.Rules.DisputeFades)
            draft.Dissent = null;
        if (
            OwnClosure(saying)
            && saying.ActorSaid
            && closing.TrueForAll(stand => stand.Holder.Length > 0 && stand.Holder != saying.Actor)
        )
        {
            var second = draft.Add(Witnesses.Begin(saying, saying.Target, saying.Note.Event));
            draft.SetWord(same, second);
            Ends.Set(draft, second, saying);
            return FoldRule.SecondSource;
        }
        var stand = closing.Find(known => known.Holder == saying.Actor) ?? closing[0];
        var fresh = Witnesses.Refresh(stand, saying, draft.Rules.Supports, out var added);
        draft.Replace(fresh);
        Ends.Set(draft, fresh, saying);
        if (draft.Dissent is not null && added && saying.Likely)
        {
            draft.Dissent = null;
            return FoldRule.DisputeSettled;
        }
        return added ? FoldRule.SecondSource : FoldRule.Refreshed;
    }

    private static FoldRule AgainstUnknown(FoldDraft draft, Saying saying, int unknown, int same)
    {
        if (saying.Note.BorderWide && saying.Strength < 2)
            return FoldRule.WeakerSource;
        if (PlanRules.IsRetold(draft, saying))
            return FoldRule.PlanRetold;
        // one paper says trade stopped, the next loosely "closed": of people nothing is known
        if (same != 0 && saying.Scope == Scope.NotSaid && (saying.Ongoing || !saying.Likely))
            return FoldRule.Refreshed;
        Close(draft, saying, unknown, same, FoldRule.FirstClaim);
        return FoldRule.FirstClaim;
    }

    private static FoldRule AgainstBetter(FoldDraft draft, Saying saying, int better, int others)
    {
        var opening = draft.Behind(better);
        if (Refusal(draft, saying, better, opening) is { } refusal)
            return refusal;
        var rule =
            saying.Ongoing ? AgainstFreshOpening(draft, saying, opening)
            : Doubtful(draft, saying, opening) ? Suspect(draft, saying)
            : FoldRule.FirstClaim;
        if (rule == FoldRule.ReopeningRefuted)
            Refute(draft, saying, better, opening[0]);
        else if (rule == FoldRule.OtherSideShut || rule == FoldRule.FirstClaim)
            Close(draft, saying, better, others, rule);
        return rule;
    }

    /// <summary>Days after a proven reopening papers still write of the closure; without an office behind it, one voice is not enough.</summary>
    private static bool Doubtful(FoldDraft draft, Saying saying, List<Stand> opening) =>
        !saying.Likely
        && opening.Exists(stand =>
            stand.Certainty >= Certainty.Likely && saying.Order - stand.AsOf <= draft.Rules.ReopeningSettles
        );

    /// <summary>Remembers an unproven closure; the second independent voice proves it.</summary>
    private static FoldRule Suspect(FoldDraft draft, Saying saying)
    {
        var known = draft.Pending is { Status: Status.Closed } pending ? pending : null;
        if (known is not null && saying.Order - known.AsOf > draft.Rules.DenialHolds)
            known = null;
        var supports = Witnesses.With(known?.Supports ?? [], saying.Support, draft.Rules.Supports, out _);
        if (Proof.HasSecond(supports))
        {
            draft.Pending = null;
            return FoldRule.FirstClaim;
        }
        draft.Pending = (known ?? Witnesses.Begin(saying, Status.Closed, saying.Note.Event)) with
        {
            Supports = supports,
            AsOf = saying.Order,
        };
        return FoldRule.ClosureAwaitsProof;
    }

    private static FoldRule? Refusal(FoldDraft draft, Saying saying, int better, List<Stand> opening)
    {
        if (saying.Copies)
            return FoldRule.CopiesCannotTurn;
        if (PlanRules.IsRetold(draft, saying))
            return FoldRule.PlanRetold;
        if (saying.Ongoing && draft.Headline() == Status.Closed && (saying.Scope == Scope.NotSaid || !saying.Likely))
            return FoldRule.KeptByException;
        if (saying.Note.BorderWide && UnderNamed(saying, opening))
            return FoldRule.UnderNamed;
        if (saying.Likely || saying.Ongoing)
            return null;
        var recent = opening.FindAll(stand => saying.Order - stand.AsOf <= draft.Rules.DenialHolds);
        if (recent.Exists(stand => stand.Denial))
            return FoldRule.DeniedAlready;
        return saying.Strength < 2 && recent.Exists(stand => stand.Certainty >= Certainty.Likely)
            ? FoldRule.WeakerSource
            : null;
    }

    private static bool UnderNamed(Saying saying, List<Stand> opening) =>
        saying.Strength < 2
        || opening.Exists(stand => stand.Named && (saying.Ongoing || saying.Order - stand.AsOf < NamedHolds));

    /// <summary>"Remains closed" where we hold it open: another side's word, a refutation, or an old story.</summary>
    private static FoldRule AgainstFreshOpening(FoldDraft draft, Saying saying, List<Stand> opening)
    {
        var turned = opening.FindAll(stand => stand.Turned);
        var fresh = turned.Exists(stand => saying.Order - stand.Since <= draft.Rules.ReopeningSettles);
        if (!fresh)
            return saying.Likely ? FoldRule.FirstClaim : FoldRule.WeakerSource;
        if (!saying.Likely && saying.Note.Claim.Cause == "congestion")
            return FoldRule.QueueOnly;
        if (!saying.Likely && turned.Exists(stand => stand.Certainty == Certainty.Observed))
            return FoldRule.WeakerSource;
        if (saying.Likely)
            return OwnClosure(saying) && !turned.Exists(stand => SpeaksFor(stand, saying.Actor))
                ? FoldRule.OtherSideShut
                : FoldRule.ReopeningRefuted;
        if (saying is { ActorSaid: true, Strength: > 1 } && !turned.Exists(stand => SpeaksFor(stand, saying.Actor)))
            return FoldRule.OtherSideShut;
        var speaker = saying.Note.Claim.Speaker.Kind;
        return
            speaker is SpeakerKind.Trader or SpeakerKind.Witness
            || saying.Order - turned.Max(stand => stand.AsOf) >= PrintersLag
            ? FoldRule.ReopeningRefuted
            : FoldRule.LateCopy;
    }

    /// <summary>The closure counts again until it is settled; the opener's word is kept as the dissent.</summary>
    private static void Refute(FoldDraft draft, Saying saying, int flows, Stand opener)
    {
        var headline = draft.Headline();
        var old = draft.Replaced.FirstOrDefault(stand => stand.Status >= saying.Target);
        var since = old?.Since ?? saying.Note.Event;
        var stand = Witnesses.Begin(saying, saying.Target, since) with
        {
            Turned = false,
            Cause = old?.Cause ?? saying.Note.Claim.Cause,
        };
        draft.ClearWords(flows, word => word.Status < saying.Target);
        draft.SetWord(flows, draft.Add(stand));
        draft.Dissent = opener;
        Resume(draft, headline, since, FoldRule.ReopeningRefuted);
    }

    private static void Close(FoldDraft draft, Saying saying, int flows, int others, FoldRule rule)
    {
        var headline = draft.Headline();
        var since =
            rule == FoldRule.OtherSideShut && !draft.Replaced.IsEmpty ? draft.Replaced[0].Since : saying.Note.Event;
        var joins = rule == FoldRule.FirstClaim ? Joined(draft, saying, flows, others) : null;
        Stand stand;
        if (joins is null)
            stand = draft.Add(Witnesses.Begin(saying, saying.Target, since));
        else
            draft.Replace(stand = Witnesses.Refresh(joins, saying, draft.Rules.Supports, out _));
        // a new closure ends whatever was said before; only "the other side stays shut" leaves the opener's word standing
        if (rule == FoldRule.FirstClaim)
            draft.ClearWords(flows, word => word.Status < saying.Target);
        draft.SetWord(flows, stand);
        draft.Dissent = null;
        Ends.Set(draft, stand, saying);
        Resume(draft, headline, since, rule);
    }

    /// <summary>The closure of other traffic that this one extends to traffic of which nothing was known.</summary>
    private static Stand? Joined(FoldDraft draft, Saying saying, int flows, int others) =>
        draft.Where(flows, status => status != Status.Unknown) != 0
            ? null
            : draft
                .Behind(others)
                .Find(stand =>
                    stand.Status == saying.Target
                    && !stand.Exception
                    && (stand.Holder == saying.Actor || !saying.ActorSaid || stand.Holder.Length == 0)
                );

    private static void Resume(FoldDraft draft, Status headline, DateTimeOffset since, FoldRule rule)
    {
        if (rule != FoldRule.FirstClaim && draft.Incident is { Ended: not null } over)
            draft.Revive(over, since);
        draft.Settle(headline, since, rule);
    }

    private static bool OwnClosure(Saying saying) =>
        saying.Likely && saying.Actor.Length > 0 && saying.OfficialOf == saying.Actor;

    private static bool SpeaksFor(Stand stand, string side) =>
        stand.Holder == side || stand.Supports.Any(support => support.OfficialOf == side);
}

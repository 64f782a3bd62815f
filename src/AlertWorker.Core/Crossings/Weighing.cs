using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Weighs a claim: what it amounts to (domain.md §3) and how strong its voice is (§4.1).</summary>
internal static class Weighing
{
    public static Saying Of(ClaimNote note, FoldDraft draft)
    {
        var claim = note.Claim;
        var (kind, target, rule) = KindOf(note);
        var countries = draft.Countries;
        var official = OfficialOf(note);
        var said = claim.ActingSide is { } acting && countries.Contains(acting);
        var actor =
            said ? claim.ActingSide!
            : official is { Length: > 0 } && countries.Contains(official) ? official
            : "";
        var flows = FlowsOf(claim, draft);
        return new Saying
        {
            Note = note,
            Kind = flows == 0 && kind != SayingKind.Nothing ? SayingKind.Nothing : kind,
            Rule = flows == 0 ? rule ?? FoldRule.NoSuchFlow : rule,
            Target = target,
            Flows = flows,
            Actor = actor,
            ActorSaid = said,
            OfficialOf = official,
            Strength = StrengthOf(note, official),
        };
    }

    /// <summary>A claim as a statement to quote, without a crossing to weigh it for.</summary>
    public static Support Quotable(ClaimNote note)
    {
        var official = OfficialOf(note);
        return new Saying
        {
            Note = note,
            Kind = SayingKind.Nothing,
            Actor = "",
            OfficialOf = official,
            Strength = StrengthOf(note, official),
        }.Support;
    }

    private static (SayingKind, Status, FoldRule?) KindOf(ClaimNote note)
    {
        var claim = note.Claim;
        switch (claim.Stance)
        {
            case Stance.Past:
                return (SayingKind.Nothing, Status.Unknown, FoldRule.Background);
            case Stance.Supposed or Stance.Asked:
                return (SayingKind.Nothing, Status.Unknown, FoldRule.TalksOnly);
            case Stance.Denied:
                return claim.Change == Change.Reopening || claim is { Change: Change.None, Status: Status.Open }
                    ? (SayingKind.DeniesOpening, Status.Closed, null)
                    : (SayingKind.DeniesClosure, Status.Open, null);
        }
        if (IsPlan(note))
            return (SayingKind.Plans, PlannedOf(claim), null);
        return Asserted(claim);
    }

    /// <summary>A closure whose hour has come by the time it is published is a closure; an opening still needs to be seen.</summary>
    private static bool IsPlan(ClaimNote note) =>
        note.Claim.Scheduled is { } scheduled
            ? scheduled.At is not { } at
                || at > note.Order
                || (note.Claim.Stance == Stance.Planned && note.Claim.Change == Change.Reopening)
            : note.Claim.Stance == Stance.Planned;

    private static (SayingKind, Status, FoldRule?) Asserted(Claim claim) =>
        (claim.Status, claim.Change) switch
        {
            (Status.Open, _) or (null, Change.Reopening) => (SayingKind.Opens, Status.Open, null),
            (Status.Restricted, Change.Reopening) => (SayingKind.Opens, PartOf(claim), null),
            (Status.Closed, _) or (null, Change.Closure) => (SayingKind.Closes, Status.Closed, null),
            (Status.Restricted, _) or (null, Change.Restriction) => (SayingKind.Closes, LimitOf(claim), null),
            _ => (SayingKind.Nothing, Status.Unknown, FoldRule.NothingSaid),
        };

    /// <summary>"Reopened for one class only" opens that class; "partially reopened" restricts what was closed.</summary>
    private static Status PartOf(Claim claim) =>
        !claim.Exception && (claim.Scope is Scope.Trade or Scope.People || claim.Direction is not null)
            ? Status.Open
            : Status.Restricted;

    /// <summary>"People barred" closes them; "one direction of trade stopped" closes that direction; else it is a limit.</summary>
    private static Status LimitOf(Claim claim) =>
        claim.Barred || claim.Direction is not null ? Status.Closed : Status.Restricted;

    private static Status PlannedOf(Claim claim) =>
        claim.Change switch
        {
            Change.Reopening => Status.Open,
            Change.Closure => Status.Closed,
            Change.Restriction => Status.Restricted,
            _ => Status.Unknown,
        };

    /// <summary>Country of the official who speaks: his own, else that of the official source; null when none does.</summary>
    private static string? OfficialOf(ClaimNote note)
    {
        if (note.Structured)
            return note.Source.SpeaksFor ?? "";
        // an authority's own notice speaks for its side, whatever office on both sides of a gate is called
        if (note.Source is { Tier: SourceTier.Official, SpeaksFor: { } side })
            return side;
        if (note.Claim.Speaker.Kind == SpeakerKind.Official)
            return note.Claim.Speaker.Side ?? note.Source.SpeaksFor ?? "";
        return note.Source.Tier == SourceTier.Official ? note.Source.SpeaksFor ?? "" : null;
    }

    private static int StrengthOf(ClaimNote note, string? official)
    {
        if (note.Structured)
            return Proof.Structured;
        var speaker = note.Claim.Speaker.Kind;
        var own = official is { Length: > 0 } && (note.Claim.ActingSide ?? official) == official;
        var strength =
            official is not null ? (own ? 4 : 3)
            : speaker == SpeakerKind.Witness && note.Claim.Certainty >= Certainty.Likely ? 3
            : 2;
        if (note.Source.Tier is SourceTier.Aggregator or SourceTier.Field)
            return 1;
        return note.Claim.Certainty == Certainty.Possible && note.Source.Tier != SourceTier.Official
            ? Math.Min(strength, 2)
            : strength;
    }

    private static int FlowsOf(Claim claim, FoldDraft draft)
    {
        var flows = 0;
        for (var i = 0; i < draft.Cells.Length; i++)
        {
            var flow = draft.Cells[i].Flow;
            var mode = claim.Scope switch
            {
                Scope.Trade => flow.Mode == FlowMode.Cargo,
                Scope.People => flow.Mode == FlowMode.People,
                _ => true,
            };
            if (mode && (claim.Direction is not { } way || (flow.From == way.From && flow.To == way.To)))
                flows |= 1 << i;
        }
        return flows;
    }
}

using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Weighs a claim: what it amounts to (domain.md §3), for which flows and by whom.</summary>
internal static class Weighing
{
    public static Saying Of(ClaimNote note, IReadOnlyList<string> countries, ImmutableArray<FlowCell> cells)
    {
        var claim = note.Claim;
        var (kind, target, rule) = KindOf(note);
        var support = note.Support;
        var said = claim.ActingSide is { } acting && countries.Contains(acting);
        var actor =
            said ? claim.ActingSide!
            : support.OfficialOf is { Length: > 0 } official && countries.Contains(official) ? official
            : "";
        var scope =
            kind == SayingKind.Closes && claim.Scope == Scope.NotSaid && StopsTrucks(claim) ? Scope.Trade : claim.Scope;
        var flows = FlowsOf(scope, claim.Direction, cells);
        return new Saying
        {
            Note = note,
            Kind = flows == 0 && kind != SayingKind.Nothing ? SayingKind.Nothing : kind,
            Rule = flows == 0 ? rule ?? FoldRule.NoSuchFlow : rule,
            Target = target,
            Flows = flows,
            Actor = actor,
            ActorSaid = said,
            Support = support,
        };
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
        claim is { Exception: false, Partial: false }
        && (claim.Scope is Scope.Trade or Scope.People || claim.Direction is not null)
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

    /// <summary>A blocked road, a strike of hauliers, a dead customs system stop trade (domain.md §3); of people that is not said.</summary>
    private static bool StopsTrucks(Claim claim) =>
        claim.Cause is "customs-outage" or "road-blocked" or "strike" or "congestion";

    private static int FlowsOf(Scope scope, Direction? direction, ImmutableArray<FlowCell> cells)
    {
        var flows = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var flow = cells[i].Flow;
            var mode = scope switch
            {
                Scope.Trade => flow.Mode == FlowMode.Cargo,
                Scope.People => flow.Mode == FlowMode.People,
                _ => true,
            };
            if (mode && (direction is not { } way || (flow.From == way.From && flow.To == way.To)))
                flows |= 1 << i;
        }
        return flows;
    }
}

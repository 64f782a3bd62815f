using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>
/// Decides which changes are told: the difference between what followers know and what holds now, once
/// (contracts.md §5, domain.md §4.5–§4.9).
/// </summary>
internal static class AlertPolicy
{
    public static Verdict Decide(Situation now) =>
        Dispute(now)
        ?? Worsening(now)
        ?? Fading(now)
        ?? Improvement(now)
        ?? Promises(now)
        ?? Lesser(now)
        ?? Nothing(now);

    private static Verdict? Dispute(Situation now) =>
        now is { Disputed: true, Told.Disputed: false }
            ? new Verdict(AlertReason.Dispute)
            {
                Kind = AlertKind.Disputed,
                Disputed = true,
                Certainty = now.Certainty,
                Supports =
                [
                    .. Ordered(now, now.State.Deciding?.Supports ?? []).Take(1),
                    .. Ordered(now, now.State.Dissent!.Supports).Take(1),
                ],
            }
            : null;

    private static Verdict? Worsening(Situation now)
    {
        if (now.Worse.Count == 0)
            return null;
        if (now.Behind(now.Worse).All(stand => stand.Routine))
            return Routine(now);
        if (now.History)
            return new Verdict(AlertReason.History);
        if (IsStanding(now))
            return new Verdict(AlertReason.Standing);
        if (OnlyFillsIn(now) || OnlyBorderGoesOn(now))
            return new Verdict(AlertReason.Repeat);
        if (PartOfFaded(now) is { Count: > 0 } opened)
            return StateAlert(now, AlertKind.Restricted, opened, AlertReason.PartOpened);
        var closed = now.Headline == Status.Closed && now.Worse.Exists(cell => now.Flows[cell] == Status.Closed);
        return StateAlert(now, closed ? AlertKind.Closed : AlertKind.Restricted, now.Worse, ReasonOfWorse(now));
    }

    private static AlertReason ReasonOfWorse(Situation now) =>
        Named(now.State.Turn) ?? (now.Owed ? AlertReason.Worse : AlertReason.FirstClaim);

    /// <summary>Posted hours and holidays: announced at most, and only once.</summary>
    private static Verdict Routine(Situation now) =>
        now.Notes.Count == 0 || HasAnnounced(now, Status.Closed)
            ? new Verdict(AlertReason.Routine)
            : StateAlert(now, AlertKind.Announced, now.Worse, AlertReason.Routine) with
            {
                Loud = false,
            };

    /// <summary>"Has been shut since February 2023", read for the first time.</summary>
    private static bool IsStanding(Situation now) =>
        now.Told.Headline == Status.Unknown
        && now.Notes.Count > 0
        && now.Behind(now.Worse).TrueForAll(stand => now.Notes[0].Seen - stand.Since > now.Rules.StandingAfter);

    /// <summary>Trade was told closed; now somebody loosely says "closed", or that it remains so, and of people nothing was known.</summary>
    private static bool OnlyFillsIn(Situation now) =>
        now.Headline == now.Told.Headline
        && now.Headline == Status.Closed
        && now.Worse.TrueForAll(cell => !now.IsCargo(cell) && now.Told.Flows[cell] == Status.Unknown)
        && !now.Notes.Any(note =>
            note.Claim is { Stance: Stance.Asserted, Scope: Scope.All or Scope.People, Ongoing: false }
        );

    /// <summary>"The border remains closed" in passing builds what is known of a crossing, it alarms nobody.</summary>
    private static bool OnlyBorderGoesOn(Situation now) =>
        !now.Owed && now.Notes.Count > 0 && now.Notes.All(note => note.BorderWide && note.Claim.Ongoing);

    private static Verdict? Fading(Situation now)
    {
        if (now.Headline != Status.Unknown || now.Told.Headline is Status.Unknown or Status.Open)
            return null;
        var reason = now.State.Turn == FoldRule.Blind.Name ? AlertReason.Blind : AlertReason.Faded;
        return now.Owed
            ? new Verdict(reason) { Kind = AlertKind.Unknown, Supports = [.. LastKnown(now).Take(2)] }
            : new Verdict(reason);
    }

    /// <summary>The incident had faded to unknown; now some of its traffic opens, and what is stopped has been stopped all along.</summary>
    private static List<int> PartOfFaded(Situation now)
    {
        var faded = now.Told.Headline == Status.Unknown && now.Change.Before.Incident is not null;
        return faded ? now.Opened.FindAll(cell => now.Behind([cell]).Exists(stand => stand.Turned)) : [];
    }

    private static IEnumerable<Support> LastKnown(Situation now) =>
        (now.Change.Before.Now.Deciding?.Supports ?? []).OrderByDescending(support => support.At);

    private static Verdict? Improvement(Situation now)
    {
        if (now.Better.Count == 0)
            return FromUnknown(now) ?? AsPromised(now);
        if (now.Told.Routine || now.State.Turn == FoldRule.ScheduledEnd.Name)
            return new Verdict(AlertReason.Routine);
        var behind = now.Behind(now.Better);
        if (behind.Exists(stand => stand.Denial) || (now.Told.Certainty == Certainty.Possible && NeverTurned(behind)))
            return StateAlert(now, AlertKind.Correction, now.Better, AlertReason.NeverSo);
        if (behind.TrueForAll(stand => stand.Exception))
            return StateAlert(now, AlertKind.Restricted, now.Better, AlertReason.Exception);
        return Passes(now)
            ? StateAlert(now, AlertKind.Reopened, now.Better, AlertReason.Reopened)
            : StateAlert(now, AlertKind.Restricted, now.Better, AlertReason.PartOpened);
    }

    private static bool NeverTurned(List<Stand> behind) => !behind.Exists(stand => stand.Turned);

    /// <summary>Trucks may go again, or people may where trucks were never stopped.</summary>
    private static bool Passes(Situation now)
    {
        var opened = now.Better.Where(cell => now.Flows[cell] == Status.Open).ToList();
        if (opened.Exists(now.IsCargo))
            return Enumerable
                .Range(0, now.Flows.Length)
                .Where(now.IsCargo)
                .All(cell => now.Flows[cell] != Status.Closed);
        return opened.Count > 0
            && Enumerable
                .Range(0, now.Flows.Length)
                .Where(now.IsCargo)
                .All(cell => now.Flows[cell] is Status.Open or Status.Unknown);
    }

    /// <summary>Open after nothing was known: the end of a faded incident, or the first we hear is a reopening.</summary>
    private static Verdict? FromUnknown(Situation now)
    {
        if (now.Told.Headline != Status.Unknown || now.Headline != Status.Open)
            return null;
        var before = now.Change.Before.Now.Incident;
        var ends = before is { Ended: null } && now.State.Incident is { Ended: not null };
        var open = now.Opened;
        if (!open.Exists(now.IsCargo) && now.State.Cells.Any(cell => cell.Flow.Mode == FlowMode.Cargo))
            return null;
        var turned = now.Behind(open)
            .Any(stand => stand is { Turned: true, Denial: false, Certainty: > Certainty.Possible });
        return ends || (turned && !now.History && now.Notes.Any(note => !note.BorderWide))
            ? StateAlert(now, AlertKind.Reopened, open, AlertReason.Reopened)
            : null;
    }

    /// <summary>What was announced has come for a part of which nothing was known before.</summary>
    private static Verdict? AsPromised(Situation now)
    {
        if (now.History || now.Headline is not (Status.Closed or Status.Restricted) || !HasAnnounced(now, Status.Open))
            return null;
        var opened = now.Opened.FindAll(cell =>
            (cell >= now.Told.Flows.Count || now.Told.Flows[cell] == Status.Unknown)
            && now.Behind([cell]).Exists(stand => stand is { Turned: true, Certainty: > Certainty.Possible })
        );
        return opened.Count > 0 && now.Notes.Any(note => !note.BorderWide)
            ? StateAlert(now, AlertKind.Restricted, opened, AlertReason.PartOpened)
            : null;
    }

    private static Verdict? Promises(Situation now)
    {
        foreach (var promise in now.State.Promises)
            if ((Denied(now, promise) ?? Missed(now, promise)) is { } told)
                return told;
        return now.State.Promises.FirstOrDefault(promise => IsNews(now, promise)) is { } news
            ? About(now, news, AlertKind.Announced, news.Moved ? AlertReason.PromiseMoved : AlertReason.Promise)
            : null;
    }

    private static bool IsNews(Situation now, Promise promise) =>
        promise is { Implied: false, Overdue: false, DeniedBy: null }
        && !now.Told.Announced.Contains(promise.Key)
        && !now.History;

    private static Verdict? Denied(Situation now, Promise promise)
    {
        if (promise.DeniedBy is not { } denial || now.Told.Missed.Contains(promise.Key) || !WasAnnounced(now, promise))
            return null;
        var own = denial.OfficialOf is { } side && (side == promise.Holder || side == promise.Support.OfficialOf);
        return About(now, promise, own ? AlertKind.Correction : AlertKind.Disputed, AlertReason.PromiseDenied) with
        {
            Supports = [denial, promise.Support],
            Disputed = !own,
        };
    }

    private static Verdict? Missed(Situation now, Promise promise) =>
        promise.Overdue
        && !now.Told.Missed.Contains(promise.Key)
        && (WasAnnounced(now, promise) || (promise.Implied && now.Owed))
            ? About(now, promise, AlertKind.Overdue, AlertReason.PromiseOverdue)
            : null;

    private static bool HasAnnounced(Situation now, Status target) =>
        now.Told.Announced.Any(key => PlanRules.IsKeyOf(target, key));

    private static bool WasAnnounced(Situation now, Promise promise) => now.Told.Announced.Contains(promise.Key);

    private static Verdict About(Situation now, Promise promise, AlertKind kind, AlertReason reason) =>
        new(reason)
        {
            Kind = kind,
            Promise = promise,
            Supports = [promise.Support],
            Certainty = promise.Support.Strength >= Proof.Likely ? Certainty.Likely : Certainty.Possible,
            Disputed = now.Disputed,
        };

    private static Verdict? Lesser(Situation now)
    {
        if (now.History)
            return null;
        if (now.State.Excepted is { } excepted && excepted == now.State.Incident?.Id && now.Told.Excepted != excepted)
            return Excepted(now);
        var worse = now.Headline is Status.Closed or Status.Restricted;
        // "likely" is what people act on; that it is now "observed" stands on the status page and costs no message
        var surer =
            (now.Told.Disputed && !now.Disputed)
            || (now.Certainty > now.Told.Certainty && now.Told.Certainty <= now.Rules.ConfirmUpTo);
        if (!worse || !surer || !now.Owed || now.Told.Confirmed == now.Told.Owed || now.Disputed)
            return null;
        return StateAlert(now, AlertKind.Confirmed, now.WorseThanOpen, AlertReason.StrongerSource) with
        {
            Loud = false,
        };
    }

    private static Verdict Excepted(Situation now) =>
        new(AlertReason.Exception)
        {
            Kind = AlertKind.Restricted,
            Certainty = now.Certainty,
            Supports = [.. now.Notes.Where(note => note.Claim.Exception).Take(2).Select(note => note.Support)],
        };

    private static Verdict Nothing(Situation now)
    {
        var steps = now.Change.Steps;
        var last = steps.LastOrDefault(step => step.EntryId is not null) ?? (steps.Count > 0 ? steps[^1] : null);
        return new Verdict(
            last is null ? AlertReason.NothingNew
            : last.Effect != "nothing" && now.History ? AlertReason.History
            : new AlertReason(last.Rule, last.Reason)
        );
    }

    private static Verdict StateAlert(Situation now, AlertKind kind, List<int> cells, AlertReason reason)
    {
        var behind = now.Behind(cells);
        return new Verdict(reason)
        {
            Kind = kind,
            Cells = cells,
            Certainty = behind.Count > 0 ? behind.Max(stand => stand.Certainty) : now.Certainty,
            Disputed = now.Disputed,
            Supports =
            [
                .. Ordered(now, behind.SelectMany(stand => stand.Supports)).Take(4),
                .. kind == AlertKind.Closed
                    ? Ordered(now, now.Beside(cells).SelectMany(stand => stand.Supports)).Take(1)
                    : [],
            ],
        };
    }

    /// <summary>This poll's statements first, then the strongest, then the newest.</summary>
    private static IEnumerable<Support> Ordered(Situation now, IEnumerable<Support> supports) =>
        supports
            .Distinct()
            .OrderByDescending(support => now.Notes.Any(note => note.EntryId == support.EntryId))
            .ThenByDescending(support => support.Strength)
            .ThenByDescending(support => support.At);

    private static AlertReason? Named(string turn) =>
        turn == FoldRule.OtherSideShut.Name ? new AlertReason(turn, FoldRule.OtherSideShut.Reason)
        : turn == FoldRule.ScheduledBegin.Name ? new AlertReason(turn, FoldRule.ScheduledBegin.Reason)
        : turn == FoldRule.ReopeningRefuted.Name ? new AlertReason(turn, FoldRule.ReopeningRefuted.Reason)
        : null;
}

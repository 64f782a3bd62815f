using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>From claims to statuses to alerts, for the worker, for <c>replay</c> and for the shadow alike. Pure.</summary>
public sealed class AlertDesk(IReadOnlyDictionary<string, Crossing> crossings, FoldRules rules)
{
    private readonly StatusFold fold = new(rules);
    private readonly BorderFan fan = new(crossings);

    /// <summary>Takes in what the entries of one poll say.</summary>
    /// <param name="book">Statuses so far.</param>
    /// <param name="batch">Claims of the poll, with their entries and sources, in any order.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="backlog">True for the first poll of a feed: builds status, alerts nothing (domain.md §4.9).</param>
    public DeskOutcome Take(CrossingBook book, IReadOnlyList<Testimony> batch, DateTimeOffset now, bool backlog)
    {
        var situations = new List<Situation>(batch.Count);
        foreach (var (crossing, notes) in fan.Spread(NoteTaker.Take(batch)))
        {
            var status = book[crossing.Id] ?? CrossingStatus.Of(crossing);
            situations.Add(new Situation(fold.Next(status, crossing, notes, now), notes, rules));
        }
        return Decide(book, situations, now, backlog);
    }

    /// <summary>Lets the timers fire that are due: promises, scheduled closures, decay, blindness.</summary>
    /// <param name="blindCrossings">Crossings that no living source covers.</param>
    public DeskOutcome Tick(CrossingBook book, DateTimeOffset now, IReadOnlySet<string>? blindCrossings = null)
    {
        var situations = new List<Situation>();
        foreach (var status in book.Statuses)
        {
            if (!crossings.TryGetValue(status.Crossing, out var crossing))
                continue;
            if (blindCrossings?.Contains(status.Crossing) == true)
                Add(situations, fold.Blind(status, crossing, now));
            else if (fold.NextDue(status) <= now)
                Add(situations, fold.Next(status, crossing, [], now));
        }
        return Decide(book, situations, now, backlog: false);
    }

    /// <summary>Sets the status right after an operator withdrew an alert; tells nobody, the withdrawal does.</summary>
    /// <param name="why">What was wrong, in the operator's words.</param>
    public DeskOutcome Correct(CrossingBook book, Alert alert, string why, DateTimeOffset now)
    {
        if (!crossings.TryGetValue(alert.Crossing, out var crossing) || book[alert.Crossing] is not { } status)
            return new DeskOutcome { Book = book };
        var wrong = alert.Flows.Where(flow => alert.ChangedModes.Contains(flow.Key.Mode)).ToDictionary();
        var promised = alert.Kind == AlertKind.Announced ? alert.Scheduled?.Text : null;
        var change = fold.Correct(
            status,
            crossing,
            wrong,
            alert.Before,
            promised,
            AlertMaker.Operator(alert, why, now)
        );
        return Decide(book, [new Situation(change, [], rules)], now, backlog: true);
    }

    /// <summary>When the next timer is due; null when none is set.</summary>
    public DateTimeOffset? NextDue(CrossingBook book)
    {
        DateTimeOffset? next = null;
        foreach (var status in book.Statuses)
            if (fold.NextDue(status) is { } due && (next is null || due < next))
                next = due;
        return next;
    }

    private void Add(List<Situation> situations, StatusChange change)
    {
        if (!ReferenceEquals(change.Before, change.After))
            situations.Add(new Situation(change, [], rules));
    }

    /// <summary>Alerts are made after the whole poll is folded, so that alternatives show their state after it.</summary>
    private DeskOutcome Decide(CrossingBook book, List<Situation> situations, DateTimeOffset now, bool backlog)
    {
        CrossingBook? folded = null;
        var changed = new List<CrossingStatus>(situations.Count);
        var decisions = new List<Decision>(situations.Count);
        var steps = new List<FoldStep>(situations.Count * 2);
        foreach (var situation in situations)
        {
            var verdict = AlertPolicy.Decide(situation);
            var reason = backlog && verdict.Kind is not null ? AlertReason.Backlog : verdict.Reason;
            Alert? alert = null;
            if (verdict.Kind is not null && !backlog)
            {
                folded ??= book.With(situations.Select(known => known.Change.After));
                alert = AlertMaker.Make(situation, verdict, now, folded, crossings);
            }
            decisions.Add(new Decision(situation.Change.After.Crossing, alert, reason, situation.EntryIds));
            changed.Add(situation.Change.After with { Told = TellingRecord.After(situation, verdict, backlog) });
            steps.AddRange(situation.Change.Steps);
        }
        return new DeskOutcome
        {
            Book = book.With(changed),
            Changed = changed,
            Steps = steps,
            Decisions = decisions,
        };
    }
}

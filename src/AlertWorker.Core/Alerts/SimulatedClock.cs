using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Plays a past day through a desk: every timer fires at its own time, however far the clock jumps.</summary>
public sealed class SimulatedClock(AlertDesk desk)
{
    private const int MostTimers = 100_000;

    public CrossingBook Book { get; private set; } = CrossingBook.Empty;

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Goes on from what was known at a moment.</summary>
    public static SimulatedClock From(AlertDesk desk, CrossingBook book, DateTimeOffset now) =>
        new(desk) { Book = book, Now = now };

    /// <summary>Moves the clock; it never goes back.</summary>
    /// <returns>What the timers on the way led to, in order of time.</returns>
    public IReadOnlyList<DeskOutcome> MoveTo(DateTimeOffset time)
    {
        var outcomes = new List<DeskOutcome>();
        for (var i = 0; i < MostTimers && desk.NextDue(Book) is { } due && due <= time; i++)
        {
            Now = due > Now ? due : Now;
            outcomes.Add(Keep(desk.Tick(Book, Now)));
        }
        Now = time > Now ? time : Now;
        return outcomes;
    }

    /// <summary>Takes one entry's claims in at the present.</summary>
    /// <param name="backlog">It came with the first document of its feed.</param>
    public DeskOutcome Take(IReadOnlyList<Testimony> testimonies, bool backlog = false) =>
        Keep(desk.Take(Book, testimonies, Now, backlog));

    /// <summary>Plays what was heard; every timer on the way fires first.</summary>
    public IReadOnlyList<DeskOutcome> Hear(HeardEntry heard) =>
        [.. MoveTo(heard.At), Take(heard.Claims, heard.Backlog)];

    private DeskOutcome Keep(DeskOutcome outcome)
    {
        Book = outcome.Book;
        return outcome;
    }
}

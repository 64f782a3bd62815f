using System.Data.Common;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Feeds;

/// <summary>The one place where statuses change: claims, fold, alerts and deliveries in one transaction, one after another.</summary>
public sealed partial class Bookkeeping(
    Database database,
    StatusStore statuses,
    AlertDispatch dispatch,
    TimeProvider clock,
    ILogger<Bookkeeping> logger
)
{
    /// <summary>Stores what a poll found and decides on it. All of it is stored, or nothing.</summary>
    /// <returns>The alerts decided.</returns>
    /// <exception cref="LeaseLostException">Another node has polled the feed since this poll began.</exception>
    public async Task<IReadOnlyList<Alert>> Enter(PollRecord poll, Detection detection, CancellationToken cancellation)
    {
        IReadOnlyList<Testimony> news = [.. poll.Stories.SelectMany(story => story.News)];
        var audience = news.Count == 0 ? [] : await dispatch.Audience(detection.Configuration, cancellation);
        var outcome = await database.Write(
            async transaction =>
            {
                await Remember(transaction, poll);
                return news.Count == 0
                    ? null
                    : await Decide(
                        transaction,
                        (book, now) => detection.Desk.Take(book, news, now, poll.Backlog),
                        detection,
                        audience
                    );
            },
            cancellation
        );
        return Tell(outcome);
    }

    /// <summary>Lets timers fire that are due; costs no commit when none is.</summary>
    /// <param name="blind">Crossings that no living source covers.</param>
    public async Task<IReadOnlyList<Alert>> Tick(
        Detection detection,
        IReadOnlySet<string> blind,
        CancellationToken cancellation
    )
    {
        var look = detection.Desk.Tick(await statuses.Book(cancellation), clock.GetUtcNow(), blind);
        if (look.Changed.Count == 0 && look.Steps.Count == 0 && look.Decisions.All(d => d.Alert is null))
            return [];
        var audience = await dispatch.Audience(detection.Configuration, cancellation);
        var outcome = await database.Write(
            transaction =>
                Decide(transaction, (book, now) => detection.Desk.Tick(book, now, blind), detection, audience),
            cancellation
        );
        return Tell(outcome);
    }

    private async Task Remember(DbTransaction transaction, PollRecord poll)
    {
        var feed = poll.State.Feed;
        if (await FeedStateStore.Save(transaction, [poll.State], clock.GetUtcNow()) == 0)
            throw new LeaseLostException("Another node has read it meanwhile.");
        await EntryStore.Save(
            transaction,
            poll.Stories.Select(read => new EntryRow(feed, read.Story.Entry, read.Story.Seen, read.Claims.Count > 0))
        );
        await EntryStore.Touch(transaction, poll.Seen, clock.GetUtcNow());
        foreach (var read in poll.Stories.Where(read => read.Claims.Count > 0))
            await LedgerStore.AddClaims(transaction, read.Story.Seen.Key, read.Story.Seen.Content, read.Claims);
    }

    private async Task<DeskOutcome> Decide(
        DbTransaction transaction,
        Func<Crossings.CrossingBook, DateTimeOffset, DeskOutcome> decide,
        Detection detection,
        IReadOnlyList<Subscriber> audience
    )
    {
        var book = await statuses.BookToFold(transaction);
        // The time is taken after the wait for the book, so that it never runs backwards from one fold to the next.
        var now = clock.GetUtcNow();
        var outcome = decide(book, now);
        await LedgerStore.AddSteps(transaction, outcome.Steps);
        if (outcome.Changed.Count > 0)
            await StatusStore.Save(transaction, outcome.Changed, now);
        foreach (var decision in outcome.Decisions)
            if (decision.Alert is { } alert)
                await dispatch.Store(transaction, alert, audience, detection.Configuration, now);
        return outcome;
    }

    private List<Alert> Tell(DeskOutcome? outcome)
    {
        if (outcome is null)
            return [];
        foreach (var decision in outcome.Decisions)
            LogDecision(decision.Crossing, decision.Alert?.Kind.ToString() ?? "no alert", decision.Reason.Name);
        var alerts = outcome.Decisions.Select(d => d.Alert).OfType<Alert>().ToList();
        if (alerts.Count > 0)
            dispatch.Wake();
        return alerts;
    }

    [LoggerMessage(LogLevel.Information, "{Crossing}: {Kind} ({Reason})")]
    private partial void LogDecision(string crossing, string kind, string reason);
}

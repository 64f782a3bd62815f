using System.Collections.Concurrent;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>One feed's turn: polled, remembered, told of.</summary>
public sealed class FeedTurn(
    FeedPoll poll,
    FeedStates states,
    LiveDetection detection,
    FeedReport report,
    TimeProvider clock
)
{
    // What a hub sends and what a poll finds must not be read at once: both would be new.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>What is known of the feed.</summary>
    public FeedState StateOf(FeedOptions feed) => states.Of(feed);

    /// <summary>Polls the feed.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <returns>What came of it; a feed that is stopped gives what it is.</returns>
    public Task<PollOutcome> Take(FeedOptions feed, DateTimeOffset now, CancellationToken cancellation) =>
        Take(
            feed,
            before =>
                before.Stopped
                    ? Task.FromResult(new PollOutcome(before, Saved: true))
                    : poll.Poll(feed, before, detection.Current, now, cancellation),
            cancellation
        );

    /// <summary>Reads what the feed's hub sent.</summary>
    public Task<PollOutcome> Take(FeedOptions feed, PushedDocument document, CancellationToken cancellation) =>
        Take(
            feed,
            before => poll.Push(feed, before, document, detection.Current, clock.GetUtcNow(), cancellation),
            cancellation
        );

    /// <summary>Notes until when the feed's hub sends what is new.</summary>
    public Task Lease(FeedOptions feed, DateTimeOffset? until, CancellationToken cancellation) =>
        Take(
            feed,
            before => Task.FromResult(new PollOutcome(before with { PushedUntil = until }, Saved: false)),
            cancellation
        );

    private async Task<PollOutcome> Take(
        FeedOptions feed,
        Func<FeedState, Task<PollOutcome>> act,
        CancellationToken cancellation
    )
    {
        var turn = _turns.GetOrAdd(feed.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            return await Remember(feed, await states.Fresh(feed, cancellation), act, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PollOutcome> Remember(
        FeedOptions feed,
        FeedState before,
        Func<FeedState, Task<PollOutcome>> act,
        CancellationToken cancellation
    )
    {
        var outcome = await act(before);
        if (ReferenceEquals(outcome.State, before))
            return outcome;
        states.Put(outcome.State, outcome.Saved);
        if (
            !outcome.Saved
            && (before.Condition, before.PushedUntil) != (outcome.State.Condition, outcome.State.PushedUntil)
        )
            await states.Flush(cancellation);
        await report.Tell(feed, before, outcome, cancellation);
        return outcome;
    }
}

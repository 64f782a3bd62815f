using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>One feed's turn: polled, remembered, told of.</summary>
public sealed class FeedTurn(FeedPoll poll, FeedStates states, LiveDetection detection, FeedReport report)
{
    /// <param name="now">The present, UTC.</param>
    /// <returns>What came of it; a feed that is stopped gives what it is.</returns>
    public async Task<PollOutcome> Take(FeedOptions feed, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await states.Fresh(feed, cancellation);
        if (before.Stopped)
            return new PollOutcome(before, Saved: true);
        var outcome = await poll.Poll(feed, before, detection.Current, now, cancellation);
        states.Put(outcome.State, outcome.Saved);
        if (before.Condition != outcome.State.Condition && !outcome.Saved)
            await states.Flush(cancellation);
        await report.Tell(feed, before, outcome, cancellation);
        return outcome;
    }
}

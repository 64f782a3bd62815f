using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Which crossings no living source speaks of any more. A source covers what it ever made a claim on.</summary>
public sealed class Coverage(LedgerStore ledger, FeedStates states, TimeProvider clock)
{
    private static readonly TimeSpan DeadAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);

    private (DateTimeOffset Read, ILookup<string, string> FeedsOf) _known = (
        DateTimeOffset.MinValue,
        Array.Empty<string>().ToLookup(s => s, StringComparer.Ordinal)
    );

    /// <summary>Ids of the crossings whose every source has been dead for a day.</summary>
    public async Task<IReadOnlySet<string>> Blind(WorkerConfiguration configuration, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - _known.Read > Keep)
            _known = (now, await ledger.FeedsByCrossing(cancellation));
        var alive = configuration
            .Feeds.Where(feed => feed.Enabled && IsAlive(states.Of(feed), now))
            .Select(feed => feed.Id)
            .ToHashSet(StringComparer.Ordinal);
        return configuration
            .Crossings.Values.Where(crossing =>
            {
                var sources = _known.FeedsOf[crossing.Id].Concat(_known.FeedsOf[crossing.Border]).ToList();
                return sources.Count > 0 && !sources.Exists(alive.Contains);
            })
            .Select(crossing => crossing.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsAlive(FeedState state, DateTimeOffset now) =>
        state.Condition is not (FeedCondition.Blocked or FeedCondition.Gone or FeedCondition.Failing)
        || now - state.Since < DeadAfter;
}

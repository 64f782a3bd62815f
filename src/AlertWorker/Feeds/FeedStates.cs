using System.Collections.Concurrent;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>What is known of every feed, in memory: an unchanged poll must not cost a commit.</summary>
public sealed class FeedStates(FeedStateStore store, Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, FeedState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _unsaved = new(StringComparer.Ordinal);

    /// <summary>Takes up what was known before the last stop, and in a cluster what other nodes have learnt since.</summary>
    public async Task Load(CancellationToken cancellation)
    {
        foreach (var state in await store.All(cancellation))
            _states.AddOrUpdate(state.Feed, state, (_, known) => state.Version > known.Version ? state : known);
    }

    /// <summary>The feed's state; anew when its configured address is another one.</summary>
    public FeedState Of(FeedOptions feed) =>
        _states.TryGetValue(feed.Id, out var known) && known.Url == feed.Url
            ? known
            : new FeedState { Feed = feed.Id, Url = feed.Url };

    /// <summary>The feed's state, with what another node of the cluster has learnt of it.</summary>
    public async Task<FeedState> Fresh(FeedOptions feed, CancellationToken cancellation)
    {
        var ours = Of(feed);
        if (database.Dialect.OneWriter)
            return ours;
        if (await store.Find(feed.Id, cancellation) is not { } theirs)
            return ours with { Version = 0 };
        if (theirs.Url != feed.Url)
            return ours with { Version = theirs.Version };
        var later = theirs.Polled > ours.Polled || ours.Polled is null ? theirs : ours;
        // What was once backlog never is again, whoever read it.
        return later with
        {
            FirstRead = theirs.FirstRead ?? ours.FirstRead,
            PushedUntil =
                theirs.PushedUntil > ours.PushedUntil ? theirs.PushedUntil : ours.PushedUntil ?? theirs.PushedUntil,
            GuidsUnreliable = theirs.GuidsUnreliable || ours.GuidsUnreliable,
            Version = theirs.Version,
        };
    }

    /// <summary>Remembers a state that is written with the next commit or the next flush.</summary>
    public void Put(FeedState state, bool saved)
    {
        _states[state.Feed] = saved ? state with { Version = state.Version + 1 } : state;
        if (saved)
            _unsaved.TryRemove(state.Feed, out _);
        else
            _unsaved[state.Feed] = 0;
    }

    /// <summary>Writes what no commit has carried along yet.</summary>
    public async Task Flush(CancellationToken cancellation)
    {
        var feeds = _unsaved.Keys.ToList();
        if (feeds.Count == 0)
            return;
        var states = feeds.Select(feed => _states[feed]).ToList();
        // What another node has written since stays: it knows better.
        await database.Write(transaction => FeedStateStore.Save(transaction, states, clock.GetUtcNow()), cancellation);
        foreach (var feed in feeds)
            _unsaved.TryRemove(feed, out _);
    }

    /// <summary>Every state, for the page and the timers.</summary>
    public IReadOnlyCollection<FeedState> All => [.. _states.Values];
}

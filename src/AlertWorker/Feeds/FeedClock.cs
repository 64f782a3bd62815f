using System.Collections.Concurrent;
using AlertWorker.Configuration;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Says when a feed's time comes, from its own state, its host's wishes and the state of our network.</summary>
public sealed class FeedClock(HostGate gate, SteadyClock clock)
{
    /// <summary>A feed that has just led to an alert is asked more often for so long.</summary>
    private static readonly TimeSpan Flux = TimeSpan.FromHours(2);
    private static readonly TimeSpan DarkAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _inFluxUntil = new(StringComparer.Ordinal);
    private long _lastAnswer;

    /// <summary>The present as polls are paced by, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The present as everybody else has it, UTC.</summary>
    public DateTimeOffset WallNow => clock.Wall.GetUtcNow();

    /// <summary>Time of the first poll after a start: soon, but not all at once.</summary>
    public DateTimeOffset First(TimeSpan every) =>
        Now + ((every / 2 < FirstWithin ? every / 2 : FirstWithin) * Random.Shared.NextDouble());

    /// <summary>Until when the feed's host asked to be left alone; null when it may be asked now.</summary>
    public DateTimeOffset? HeldUntil(FeedState state) => gate.NotBefore(new Uri(state.MovedTo ?? state.Url));

    /// <summary>Time of the poll after this one.</summary>
    /// <param name="started">When this one began, UTC.</param>
    public DateTimeOffset Next(FeedOptions feed, TimeSpan every, PollOutcome outcome, DateTimeOffset started)
    {
        if (outcome.Answered)
            Interlocked.Exchange(ref _lastAnswer, Now.UtcTicks);
        if (outcome.Alerts.Count > 0)
            _inFluxUntil[feed.Id] = Now + Flux;
        var inFlux = _inFluxUntil.TryGetValue(feed.Id, out var until) && until > Now;
        var dark = !outcome.Answered && Now.UtcTicks - Interlocked.Read(ref _lastAnswer) > DarkAfter.Ticks;
        // An authority's page is silent until the day it matters.
        var mayDoze = feed.Tier != SourceTier.Official;
        var next = FeedPace.Next(every, outcome.State, started, Random.Shared.NextDouble(), inFlux, dark, mayDoze);
        var asked = outcome.RetryAfter is { } wait ? Now + wait : next;
        return Latest(Latest(next, asked), Now);
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

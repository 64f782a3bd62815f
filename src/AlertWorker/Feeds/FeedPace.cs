using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>When a feed is asked next: its own interval, slowed by silence, by failures and by what the publisher asks for.</summary>
public static class FeedPace
{
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(24);

    /// <summary>A feed in which nothing is new for n days is asked n times more rarely.</summary>
    private static readonly TimeSpan Drowsiness = TimeSpan.FromDays(1);
    private const double DeepestSleep = 6;

    /// <summary>While a hub sends what is new, polls only make sure that it does.</summary>
    private const int SafetyNet = 6;
    private static readonly TimeSpan LongestSafetyNet = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestTtl = TimeSpan.FromHours(1);
    private static readonly TimeSpan HasteFloor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DarkBackOff = TimeSpan.FromMinutes(1);

    /// <summary>Share of the interval by which a poll may come early, so that feeds drift apart.</summary>
    private const double Jitter = 0.06;

    /// <summary>Time of the next poll.</summary>
    /// <param name="every">Configured interval.</param>
    /// <param name="state">The feed after this poll.</param>
    /// <param name="started">When this poll began, UTC.</param>
    /// <param name="dice">Random number in [0, 1).</param>
    /// <param name="inFlux">True while a crossing the feed spoke of is changing: it is asked more often.</param>
    /// <param name="mayDoze">True lets it be asked more rarely the longer it is silent, until something new comes.</param>
    /// <param name="dark">True when nothing at all answers: it is our own network, not the feed.</param>
    public static DateTimeOffset Next(
        TimeSpan every,
        FeedState state,
        DateTimeOffset started,
        double dice,
        bool inFlux = false,
        bool dark = false,
        bool mayDoze = false
    )
    {
        var interval =
            state.Failures > 0
                ? BackOff(every, state, dark)
                : Usual(every * (inFlux ? 1 : Slowness(every, state, started, mayDoze)), state, inFlux);
        return AfterSkippedHours(started + (interval * (1 - (Jitter * dice))), state.SkipHours);
    }

    private static TimeSpan Usual(TimeSpan every, FeedState state, bool inFlux)
    {
        var quicker = Math.Max(state.Haste, inFlux ? 2 : 1);
        var interval = every <= HasteFloor ? every : Max(HasteFloor, every / quicker);
        return Max(interval, Min(state.Ttl ?? TimeSpan.Zero, LongestTtl));
    }

    /// <summary>How many times more rarely than configured: for what its hub sends, and for silence.</summary>
    private static double Slowness(TimeSpan every, FeedState state, DateTimeOffset now, bool mayDoze)
    {
        var isSent = state is { NewsByPush: true, Haste: 1 } && state.PushedUntil > now;
        var forPush = isSent ? Math.Clamp(LongestSafetyNet / every, 1, SafetyNet) : 1;
        return Math.Max(forPush, mayDoze ? Sleepiness(state, now) : 1);
    }

    /// <summary>From 1 for a feed that said something new within a day to 6 for one that has been silent for six.</summary>
    private static double Sleepiness(FeedState state, DateTimeOffset now) =>
        state.Haste == 1 && (state.LastStory ?? state.LastNews ?? state.FirstRead) is { } last
            ? Math.Clamp((now - last) / Drowsiness, 1, DeepestSleep)
            : 1;

    /// <summary>Doubles with each failure in a row; a feed that said 410 is asked only twice more before it is left alone.</summary>
    private static TimeSpan BackOff(TimeSpan every, FeedState state, bool dark)
    {
        var first = state.Condition == FeedCondition.Gone ? Max(every, TimeSpan.FromHours(1)) : every;
        var wait = first * Math.Pow(2, Math.Min(state.Failures - 1, 20));
        return Min(wait, dark ? Max(every, DarkBackOff) : Max(every, LongestBackOff));
    }

    /// <summary>RSS 2.0 skipHours; a feed that skips the whole day is not taken at its word.</summary>
    private static DateTimeOffset AfterSkippedHours(DateTimeOffset at, IReadOnlyList<int> skipped)
    {
        if (skipped.Count is 0 or >= 24)
            return at;
        while (skipped.Contains(at.UtcDateTime.Hour))
            at = new DateTimeOffset(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return at;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

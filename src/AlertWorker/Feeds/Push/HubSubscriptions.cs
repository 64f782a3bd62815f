using System.Security.Cryptography;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Feeds;

/// <summary>Keeps a subscription at the hub of every feed that offers one, and answers when a hub asks whether it is meant.</summary>
public sealed partial class HubSubscriptions(
    HubClient hubs,
    HubSubscriptionStore store,
    FeedTurn turn,
    LiveConfiguration live,
    ILogger<HubSubscriptions> logger
)
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromHours(24);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>Asks every hub that is due: never asked, about to end, or asked in vain some time ago.</summary>
    public async Task Renew(DateTimeOffset now, CancellationToken cancellation)
    {
        if (live.Current.Settings.Web.PublicUrl is not { } root)
            return;
        foreach (var feed in live.Current.Feeds.Where(feed => feed.Enabled))
            if (turn.StateOf(feed) is { Hub: { } hub, Topic: { } topic })
                await Renew(feed, hub, topic, root.TrimEnd('/'), now, cancellation);
    }

    /// <summary>A hub asks whether the subscription is meant (WebSub §5.3).</summary>
    /// <param name="lease">The lease the hub grants; null when it does not say.</param>
    /// <returns>True when it is.</returns>
    public async Task<bool> Confirm(
        string token,
        string topic,
        TimeSpan? lease,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (await store.OfToken(token, cancellation) is not { } known || known.Topic != topic || known.Asked is null)
            return false;
        if (FeedOf(known) is not { } feed)
            return false;
        var granted = TimeSpan.FromTicks(
            Math.Clamp((lease ?? LongestLease / 3).Ticks, ShortestLease.Ticks, LongestLease.Ticks)
        );
        await store.Save(known with { Until = now + granted, Failures = 0, Refusal = null }, cancellation);
        await turn.Lease(feed, now + granted, cancellation);
        LogSubscribed(known.Feed, known.Hub, now + granted);
        return true;
    }

    /// <summary>A hub refuses, or ends what it had granted (WebSub §5.2).</summary>
    public async Task Deny(
        string token,
        string topic,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (await store.OfToken(token, cancellation) is not { } known || known.Topic != topic)
            return;
        await Fail(known, reason.Length > 0 ? reason : "denied", now, cancellation);
        if (FeedOf(known) is { } feed)
            await turn.Lease(feed, until: null, cancellation);
    }

    /// <summary>The subscription a hub calls, and its feed; null when there is none any more.</summary>
    public async Task<HubSubscription?> Find(string token, CancellationToken cancellation) =>
        await store.OfToken(token, cancellation) is { Asked: not null } known && FeedOf(known) is not null
            ? known
            : null;

    /// <summary>Somebody sends in the hub's name who does not know the secret.</summary>
    public void Forged(HubSubscription known) => LogForged(known.Feed);

    private async Task Renew(
        FeedOptions feed,
        string hub,
        string topic,
        string root,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var known = await store.Find(feed.Id, cancellation);
        if (known is null || known.Hub != hub || known.Topic != topic)
            known = new HubSubscription
            {
                Feed = feed.Id,
                Hub = hub,
                Topic = topic,
                Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            };
        if (!IsDue(known, now))
            return;
        // Stored before it is asked for: a hub may come back before it has answered.
        await store.Save(known with { Asked = now, Failures = known.Failures + 1 }, cancellation);
        var problem = await hubs.Subscribe(known, new Uri($"{root}/websub/{known.Token}"), cancellation);
        if (problem is not null && await store.Find(feed.Id, cancellation) is { } asked)
            await Fail(asked, problem, now, cancellation);
    }

    /// <summary>A lease is renewed in its last quarter; what failed waits an hour at first, twice as long each time, a day at most.</summary>
    private static bool IsDue(HubSubscription known, DateTimeOffset now)
    {
        if (known.Asked is not { } asked)
            return true;
        if (known.Failures > 0)
            return now - asked >= Min(FirstPatience * Math.Pow(2, Math.Min(known.Failures - 1, 10)), LongestPatience);
        return known.Until is not { } until || until - now < (until - asked) / 4;
    }

    private async Task Fail(HubSubscription known, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (known.Refusal != reason)
            LogRefused(known.Feed, known.Hub, reason);
        var failed = known with { Asked = now, Refusal = reason, Failures = Math.Max(known.Failures, 1) };
        await store.Save(failed, cancellation);
    }

    private FeedOptions? FeedOf(HubSubscription known) =>
        live.Current.Feeds.FirstOrDefault(feed => feed.Enabled && feed.Id == known.Feed);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(
        LogLevel.Warning,
        "Feed {Feed}: a document came in its hub's name without the right signature; it was dropped"
    )]
    private partial void LogForged(string feed);

    [LoggerMessage(LogLevel.Information, "Feed {Feed}: the hub {Hub} sends what is new, until {Until:u}")]
    private partial void LogSubscribed(string feed, string hub, DateTimeOffset until);

    [LoggerMessage(
        LogLevel.Warning,
        "Feed {Feed}: the hub {Hub} does not send what is new: {Reason}. It is polled as before"
    )]
    private partial void LogRefused(string feed, string hub, string reason);
}

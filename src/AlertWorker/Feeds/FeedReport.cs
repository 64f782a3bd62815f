using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Feeds;

/// <summary>Tells the log, and the operators where it concerns them, what has changed about a feed. Once a change, and never a subscriber.</summary>
public sealed partial class FeedReport(
    LiveConfiguration live,
    DeliveryStore deliveries,
    DeliverySignal signal,
    TimeProvider clock,
    ILogger<FeedReport> logger
)
{
    /// <summary>A failure that may pass is told to operators when it has come so often in a row.</summary>
    private const int Persistent = 5;

    private const int MostRemarks = 3;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _remarks = new(StringComparer.Ordinal);

    public async Task Tell(FeedOptions feed, FeedState before, PollOutcome outcome, CancellationToken cancellation)
    {
        Log(feed, before, outcome.State, outcome);
        LogNewRemarks(feed, outcome.Warnings);
        var operators = live.Current.Settings.OperatorAddresses();
        if (operators.Count > 0 && Concern(feed, before, outcome) is { } concern)
            await TellOperators(feed, operators, concern, cancellation);
    }

    /// <summary>What an operator should look into; null when there is nothing.</summary>
    private static string? Concern(FeedOptions feed, FeedState before, PollOutcome outcome)
    {
        var after = outcome.State;
        if (after.Stopped && !before.Stopped)
            return $"{feed.Name} is gone (410) and is not asked any more. Remove it or give it a new url.";
        if (outcome.Overrun && before.Haste == 1)
            return $"Entries of {feed.Name} may have gone past unseen; it is polled more often now.";
        if (after.MovedTo is { } moved && moved != before.MovedTo)
            return $"{feed.Name} has moved for good to {moved}; change its url in feeds.json.";
        if (IsRepublished(before, after))
            return $"{feed.Name} has published its entries again under other guids; title and link identify them now.";
        if (after.Condition == FeedCondition.Failing)
            return before.Failures < Persistent && after.Failures >= Persistent
                ? $"{feed.Name} fails: {after.Reason}"
                : null;
        if (after.Condition == before.Condition)
            return null;
        return after.Condition switch
        {
            FeedCondition.Blocked or FeedCondition.Gone or FeedCondition.Stale or FeedCondition.Empty =>
                $"{feed.Name} is {after.Condition.ToString().ToLowerInvariant()}: {after.Reason}",
            FeedCondition.Ok
                when before.Failures >= Persistent
                    || before.Condition
                        is FeedCondition.Blocked
                            or FeedCondition.Gone
                            or FeedCondition.Stale
                            or FeedCondition.Empty => $"{feed.Name} is well again.",
            _ => null,
        };
    }

    /// <summary>Guids that repeat in the first document are the feed's way; guids that change later come in floods.</summary>
    private static bool IsRepublished(FeedState before, FeedState after) =>
        before.FirstRead is not null && !before.GuidsUnreliable && after.GuidsUnreliable;

    private async Task TellOperators(
        FeedOptions feed,
        IReadOnlyList<string> operators,
        string concern,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        await deliveries.Add(
            operators.Select(address =>
                (Notice(feed, address, concern, now), new DeliveryNote($"Feed {feed.Id}", concern))
            ),
            cancellation
        );
        signal.Wake();
    }

    private static Delivery Notice(FeedOptions feed, string address, string concern, DateTimeOffset now)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{feed.Id}|{address}|{concern}|{now.ToUnixTimeSeconds()}"));
        return new Delivery(
            Convert.ToHexStringLower(id.AsSpan(0, 12)),
            AlertId: null,
            Incident: null,
            SubscriberId: "operators",
            address,
            Language: "en",
            TimeZone: "UTC",
            Urgent: false,
            now
        );
    }

    /// <summary>What a document had in it that the one before had not. A poll without a document says nothing.</summary>
    private void LogNewRemarks(FeedOptions feed, IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0)
            return;
        var known = _remarks.GetValueOrDefault(feed.Id, []);
        _remarks[feed.Id] = remarks;
        var news = remarks.Except(known, StringComparer.Ordinal).Take(MostRemarks).ToList();
        if (news.Count > 0)
            LogRemarks(feed.Id, string.Join("; ", news));
    }

    private void Log(FeedOptions feed, FeedState before, FeedState after, PollOutcome outcome)
    {
        if (before.FirstRead is null && after.FirstRead is not null)
            LogFirst(feed.Id, outcome.New);
        if (outcome.Overrun && before.Haste == 1)
            LogOverrun(feed.Id, after.Haste);
        if (!before.GuidsUnreliable && after.GuidsUnreliable)
            LogGuids(feed.Id);
        if (before.MovedTo != after.MovedTo)
            LogMoved(feed.Id, after.MovedTo ?? "");
        if (!before.Stopped && after.Stopped)
            LogStopped(feed.Id);
        if (before.Condition == after.Condition)
            return;
        if (after.Condition == FeedCondition.Ok)
            LogWell(feed.Id);
        else
            LogIll(feed.Id, after.Condition.ToString().ToLowerInvariant(), after.Reason ?? "");
    }

    [LoggerMessage(LogLevel.Warning, "Feed {Feed}: in its document: {Remarks}")]
    private partial void LogRemarks(string feed, string remarks);

    [LoggerMessage(LogLevel.Information, "Feed {Feed}: ok")]
    private partial void LogWell(string feed);

    [LoggerMessage(LogLevel.Warning, "Feed {Feed}: {Condition}: {Reason}")]
    private partial void LogIll(string feed, string condition, string reason);

    [LoggerMessage(LogLevel.Information, "Feed {Feed}: first read, {Count} entries taken as backlog")]
    private partial void LogFirst(string feed, int count);

    [LoggerMessage(
        LogLevel.Warning,
        "Feed {Feed}: nothing in it was there before; entries may have gone past unseen. Polling {Haste} times as often"
    )]
    private partial void LogOverrun(string feed, int haste);

    [LoggerMessage(
        LogLevel.Warning,
        "Feed {Feed}: its guids repeat or change; title and link identify its entries now"
    )]
    private partial void LogGuids(string feed);

    [LoggerMessage(LogLevel.Warning, "Feed {Feed}: has moved for good to {Url}; change it in feeds.json")]
    private partial void LogMoved(string feed, string url);

    [LoggerMessage(LogLevel.Error, "Feed {Feed}: is gone (410) and not asked any more; remove it or give it a new url")]
    private partial void LogStopped(string feed);
}

using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Polls one feed when its time has come, and says when it comes again. A feed never overlaps itself.</summary>
[DisallowConcurrentExecution]
public sealed partial class PollFeedJob(
    FeedPoll poll,
    FeedStates states,
    LiveDetection detection,
    FeedSchedule schedule,
    ILogger<PollFeedJob> logger
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var rules = detection.Current;
        if (schedule.Find(context.JobDetail.Key) is not { } feed || states.Of(feed) is not { Stopped: false } before)
            return;
        if (schedule.HeldUntil(before) is { } held)
        {
            await schedule.At(feed, held, cancellationToken);
            return;
        }
        try
        {
            var outcome = await poll.Poll(feed, before, rules, schedule.Now, cancellationToken);
            var after = outcome.State;
            states.Put(after, outcome.Saved);
            Tell(feed, before, after, outcome);
            if (before.Condition != after.Condition && !outcome.Saved)
                await states.Flush(cancellationToken);
            await schedule.Next(feed, outcome, context, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker stops; the feed is asked again after the next start.
        }
        catch (Exception e)
        {
            // One of the two catch-alls of the program: whatever one poll meets, the next one starts from what is stored.
            LogFailed(feed.Id, e.Message.ReplaceLineEndings(" "), e);
            await schedule.Retry(feed, cancellationToken);
        }
    }

    private void Tell(FeedOptions feed, FeedState before, FeedState after, PollOutcome outcome)
    {
        if (before.FirstRead is null && after.FirstRead is not null)
            LogFirst(feed.Id, outcome.New);
        if (outcome.Overrun)
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

    [LoggerMessage(LogLevel.Error, "Feed {Feed}: poll failed: {Problem}")]
    private partial void LogFailed(string feed, string problem, Exception e);
}

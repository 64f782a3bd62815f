using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Polls one feed when its time has come, and says when it comes again. A feed never overlaps itself.</summary>
[DisallowConcurrentExecution]
public sealed partial class PollFeedJob(
    FeedTurn turn,
    FeedSchedule schedule,
    StoreWatch store,
    ILogger<PollFeedJob> logger
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (schedule.Find(context.JobDetail.Key) is not { } feed)
            return;
        try
        {
            if (!await store.IsThere(cancellationToken))
                await schedule.Retry(feed, cancellationToken);
            else if (schedule.HeldUntil(feed) is { } held)
                await schedule.At(feed, held, cancellationToken);
            else
            {
                var started = schedule.Now;
                var outcome = await turn.Take(feed, schedule.WallNow, cancellationToken);
                await schedule.Next(feed, outcome, started, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker stops; the feed is asked again after the next start.
        }
        catch (LeaseLostException e)
        {
            LogDropped(feed.Id, e.Message);
        }
        catch (DbException e)
        {
            store.Lost(e);
            await schedule.Retry(feed, cancellationToken);
        }
        catch (Exception e)
        {
            // One of the two catch-alls of the program: whatever one poll meets, the next one starts from what is stored.
            LogFailed(feed.Id, e.Message.ReplaceLineEndings(" "), e);
            await schedule.Retry(feed, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Feed {Feed}: what was read is dropped. {Why}")]
    private partial void LogDropped(string feed, string why);

    [LoggerMessage(LogLevel.Error, "Feed {Feed}: poll failed: {Problem}")]
    private partial void LogFailed(string feed, string problem, Exception e);
}

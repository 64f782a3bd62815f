using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Once a night: writes the timings of feeds, and forgets stories that no feed shows any more and that spoke of no crossing.</summary>
[DisallowConcurrentExecution]
public sealed partial class HousekeepingJob(
    EntryStore entries,
    FeedStates states,
    StoreWatch store,
    TimeProvider clock,
    ILogger<HousekeepingJob> logger
) : IJob
{
    /// <summary>Cron expression, UTC: the quiet hour of the regions watched.</summary>
    public const string At = "0 17 22 * * ?";

    /// <summary>Feeds that rewind or republish go back by weeks, not by months.</summary>
    private static readonly TimeSpan Remember = TimeSpan.FromDays(120);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await states.Flush(cancellationToken);
            var forgotten = await entries.Prune(clock.GetUtcNow() - Remember, cancellationToken);
            LogDone(forgotten);
        }
        catch (DbException e)
        {
            store.Lost(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Housekeeping: {Count} stories forgotten that no feed shows any more")]
    private partial void LogDone(int count);
}

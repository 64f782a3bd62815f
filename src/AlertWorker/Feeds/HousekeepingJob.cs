using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Once a night: writes the timings of feeds, and forgets what is old enough.</summary>
[DisallowConcurrentExecution]
public sealed partial class HousekeepingJob(
    Retention retention,
    FeedStates states,
    StoreWatch store,
    TimeProvider clock,
    ILogger<HousekeepingJob> logger
) : IJob
{
    /// <summary>Cron expression, UTC: the quiet hour of the regions watched.</summary>
    public const string At = "0 17 22 * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await states.Flush(cancellationToken);
            var (stories, deliveries) = await retention.Run(clock.GetUtcNow(), cancellationToken);
            LogDone(stories, deliveries);
        }
        catch (DbException e)
        {
            store.Lost(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Housekeeping: {Stories} stories and {Deliveries} deliveries forgotten")]
    private partial void LogDone(int stories, int deliveries);
}

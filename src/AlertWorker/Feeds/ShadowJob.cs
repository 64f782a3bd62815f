using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Lets the rules of the setting <c>Shadow</c> hear what was read, and logs and counts what they would have sent otherwise.</summary>
[DisallowConcurrentExecution]
public sealed partial class ShadowJob(ShadowRun run, ShadowMetrics metrics, StoreWatch store, ILogger<ShadowJob> logger)
    : IJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var (alert, live) in await run.Look(cancellationToken))
            {
                metrics.Count(alert.Kind, live);
                if (live)
                    LogLess(alert.Kind.ToString(), alert.Crossing, alert.At, alert.Reason, alert.Id);
                else
                    LogMore(alert.Kind.ToString(), alert.Crossing, alert.At, alert.Reason, alert.Because[0]);
            }
        }
        catch (DbException e)
        {
            store.Lost(e);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Shadow rules would also have sent {Kind} for {Crossing} at {At:u} ({Reason}), because of {Entry}"
    )]
    private partial void LogMore(string kind, string crossing, DateTimeOffset at, string reason, string entry);

    [LoggerMessage(
        LogLevel.Information,
        "Shadow rules would not have sent {Kind} for {Crossing} at {At:u} ({Reason}), alert {Id}"
    )]
    private partial void LogLess(string kind, string crossing, DateTimeOffset at, string reason, string id);
}

using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Looks at the clock: promises that fall due, closures that end, states that fade, sources that died.</summary>
[DisallowConcurrentExecution]
public sealed partial class TickJob(
    Bookkeeping books,
    LiveDetection detection,
    Coverage coverage,
    StoreWatch store,
    ILogger<TickJob> logger
) : IJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!await store.IsThere(cancellationToken))
                return;
            var rules = detection.Current;
            var blind = await coverage.Blind(rules.Configuration, cancellationToken);
            await books.Tick(rules, blind, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker stops; timers are due again after the next start.
        }
        catch (DbException e)
        {
            store.Lost(e);
        }
        catch (Exception e)
        {
            // What one look meets, the next one starts from what is stored.
            LogFailed(e.Message.ReplaceLineEndings(" "), e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking at the timers failed: {Problem}")]
    private partial void LogFailed(string problem, Exception e);
}

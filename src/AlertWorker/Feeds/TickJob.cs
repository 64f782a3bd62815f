using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Looks at the clock: promises that fall due, closures that end, states that fade, sources that died.</summary>
[DisallowConcurrentExecution]
public sealed partial class TickJob(
    Bookkeeping books,
    LiveDetection detection,
    Coverage coverage,
    FeedStates states,
    ILogger<TickJob> logger
) : IJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Timings of feeds are written every so many ticks; a crash loses nothing that matters.</summary>
    private const int FlushEvery = 10;
    private static int _ticks;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var rules = detection.Current;
            var blind = await coverage.Blind(rules.Configuration, cancellationToken);
            await books.Tick(rules, blind, cancellationToken);
            if (Interlocked.Increment(ref _ticks) % FlushEvery == 0)
                await states.Flush(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker stops; timers are due again after the next start.
        }
        catch (Exception e)
        {
            // The other job loop: a store that is away now is there again at a later tick.
            LogFailed(e.Message.ReplaceLineEndings(" "), e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking at the timers failed: {Problem}")]
    private partial void LogFailed(string problem, Exception e);
}

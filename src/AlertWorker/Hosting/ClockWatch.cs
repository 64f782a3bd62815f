using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Hosting;

/// <summary>Tells when somebody sets the clock of the machine.</summary>
public sealed partial class ClockWatch(SteadyClock clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        var (wall, at) = (clock.Wall.GetUtcNow(), clock.GetTimestamp());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var step = clock.Wall.GetUtcNow() - wall - clock.GetElapsedTime(at);
            if (step.Duration() > WorthTelling)
                LogStep(step);
            (wall, at) = (clock.Wall.GetUtcNow(), clock.GetTimestamp());
        }
    }

    [LoggerMessage(LogLevel.Warning, "The clock was set by {Time}. Polls and deliveries keep their pace")]
    private partial void LogStep(TimeSpan time);
}

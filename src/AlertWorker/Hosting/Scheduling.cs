using Microsoft.Extensions.Hosting;
using Quartz;

namespace AlertWorker.Hosting;

/// <summary>
/// Runs the scheduler as long as the worker runs. While its store is away it tries again for ever, also when it is told to stop; the worker does
/// not wait for that.
/// </summary>
internal sealed class Scheduling(QuartzHostedService quartz) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public Task StartAsync(CancellationToken cancellationToken) => quartz.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await quartz.StopAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Whatever ran was told to stop, and what the store was not told it finds out by itself, as after a crash.
        }
    }
}

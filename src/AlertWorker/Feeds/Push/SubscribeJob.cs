using System.Data.Common;
using AlertWorker.Storage;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Looks whether a hub is to be asked.</summary>
[DisallowConcurrentExecution]
public sealed class SubscribeJob(HubSubscriptions subscriptions, StoreWatch store, TimeProvider clock) : IJob
{
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(20);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await subscriptions.Renew(clock.GetUtcNow(), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The worker stops; hubs are asked after the next start.
        }
        catch (DbException e)
        {
            store.Lost(e);
        }
    }
}

using System.Data.Common;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Puts an alert and its deliveries into the store, in the transaction of the change they tell.</summary>
public sealed class AlertDispatch(
    SubscriberStore subscribers,
    ThreadStore threads,
    DeliveryStore deliveries,
    DeliverySignal signal
)
{
    /// <summary>Everybody who may want an alert: from the configuration and from the store.</summary>
    public async Task<IReadOnlyList<Subscriber>> Audience(
        WorkerConfiguration configuration,
        CancellationToken cancellation
    ) => [.. configuration.Subscribers, .. await subscribers.All(cancellation)];

    /// <summary>Stores the alert with its deliveries; one that was decided before changes nothing.</summary>
    public async Task Store(
        DbTransaction transaction,
        Alert alert,
        IReadOnlyList<Subscriber> audience,
        WorkerConfiguration configuration,
        DateTimeOffset now
    )
    {
        if (!await AlertStore.Add(transaction, alert))
            return;
        var told = await threads.ToldAddresses(alert.Incident);
        await deliveries.Add(
            transaction,
            AlertRouting.For(alert, audience, configuration.Crossings, configuration.Corridors, told, now)
        );
    }

    /// <summary>To be called after the commit.</summary>
    public void Wake() => signal.Wake();
}

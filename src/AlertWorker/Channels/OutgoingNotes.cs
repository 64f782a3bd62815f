using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Puts messages that are no alerts into the queue, behind everything urgent.</summary>
public sealed class OutgoingNotes(DeliveryStore deliveries, DeliverySignal signal, TimeProvider time)
{
    /// <summary>One message to the subscriber's first address.</summary>
    public async Task Send(Subscriber to, DeliveryNote note, CancellationToken cancellation)
    {
        var delivery = new Delivery(
            Guid.NewGuid().ToString("N"),
            null,
            null,
            to.Id,
            to.To[0],
            to.Language,
            to.TimeZone,
            Urgent: false,
            time.GetUtcNow()
        );
        await deliveries.Add([(delivery, note)], cancellation);
        signal.Wake();
    }
}

using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>What a returned mail means: the address is retired, and the subscriber is told by another one.</summary>
public sealed class Bounces(
    DeliveryStore deliveries,
    AddressStore addresses,
    RetiredNotice notice,
    DeliverySignal signal,
    TimeProvider time
)
{
    /// <returns>True when it was about a mail of ours to that very address.</returns>
    internal async Task<bool> Take(BouncedMail bounced, CancellationToken cancellation)
    {
        if (
            await deliveries.Find(bounced.Delivery, cancellation) is not { Delivery: var delivery }
            || !string.Equals(delivery.Address, $"mailto:{bounced.Recipient}", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var notices = await notice.Of(delivery, bounced.Why, time.GetUtcNow(), cancellation);
        await addresses.Retire(delivery.Address, $"the mail came back: {bounced.Why}", cancellation);
        await deliveries.Add(notices, cancellation);
        signal.Wake();
        return true;
    }
}

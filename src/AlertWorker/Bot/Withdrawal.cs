using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>Takes an alert back: whoever got it gets its correction, and who has not got it yet never does.</summary>
public sealed class Withdrawal(
    Database database,
    DeliveryStore deliveries,
    DeliverySignal signal,
    StatusCorrection status,
    TimeProvider time
)
{
    /// <summary>Stores the correction, sets the status right and queues the message, in one transaction.</summary>
    /// <param name="why">What was wrong, in the operator's words: they stand in the message as its evidence.</param>
    /// <returns>How many addresses it goes to; null when the alert was withdrawn before.</returns>
    public async Task<int?> Of(Alert alert, string why, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        int? told = await database.Write<int?>(
            async transaction =>
            {
                var outcome = await status.Of(transaction, alert, why, now);
                var correction = Correction.Of(alert, why, now, outcome.Changed is [var known] ? known : null);
                if (!await AlertStore.Add(transaction, correction))
                    return null;
                await StatusCorrection.Save(transaction, outcome, now);
                var owed = await deliveries.Withdraw(transaction, alert.Id);
                await deliveries.Add(transaction, owed.Select(queued => To(queued, correction)));
                return owed.Count;
            },
            cancellation
        );
        signal.Wake();
        return told;
    }

    private Delivery To(QueuedDelivery told, Alert correction) =>
        told.Delivery with
        {
            Id = Correction.DeliveryId(correction, told.Delivery.Address),
            AlertId = correction.Id,
            Urgent = true,
            NotBefore = time.GetUtcNow(),
        };
}

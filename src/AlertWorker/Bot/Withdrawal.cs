using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Claims;
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
        var withdrawn = Correction(alert, why);
        int? told = await database.Write<int?>(
            async transaction =>
            {
                var outcome = await status.Of(transaction, alert, why, withdrawn.At);
                var correction = withdrawn with { Since = outcome.Book[alert.Crossing]?.Since ?? withdrawn.At };
                if (!await AlertStore.Add(transaction, correction))
                    return null;
                await StatusCorrection.Save(transaction, outcome, correction.At);
                var owed = await deliveries.Withdraw(transaction, alert.Id);
                await deliveries.Add(transaction, owed.Select(queued => To(queued, correction)));
                return owed.Count;
            },
            cancellation
        );
        signal.Wake();
        return told;
    }

    private Alert Correction(Alert alert, string why)
    {
        var now = time.GetUtcNow();
        return alert with
        {
            // Derived from the alert, so that it is withdrawn once.
            Id = Hash($"withdrawn\n{alert.Id}"),
            At = now,
            Kind = AlertKind.Correction,
            Status = alert.Before,
            Before = alert.Status,
            Flows = alert.Flows.ToDictionary(
                flow => flow.Key,
                flow =>
                    alert.ChangedModes.Count == 0 || alert.ChangedModes.Contains(flow.Key.Mode)
                        ? alert.Before
                        : flow.Value
            ),
            Certainty = Certainty.Likely,
            Since = now,
            Disputed = false,
            Scheduled = null,
            Cause = null,
            Quotes =
            [
                new Quote(
                    alert.Quotes[0].EntryId,
                    why,
                    new Speaker(null, "operator", null, SpeakerKind.Official),
                    "AlertWorker",
                    alert.Quotes[0].Link,
                    now,
                    alert.Before
                ),
            ],
            Alternatives = [],
            Reason = "withdrawn-by-operator",
            Loud = true,
        };
    }

    private Delivery To(QueuedDelivery told, Alert correction) =>
        told.Delivery with
        {
            Id = Hash($"{correction.Id}\n{told.Delivery.Address}"),
            AlertId = correction.Id,
            Urgent = true,
            NotBefore = time.GetUtcNow(),
        };

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}

using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Decides what a receipt means for the delivery: done, again later, given up, or the end of an address.</summary>
public sealed class Settling(RetiredNotice notice, TimeProvider time, Random chance)
{
    /// <summary>Refusals in a row, this one included, that retire a mail address.</summary>
    private const int MostRefusals = 3;

    /// <summary>What to write into the store.</summary>
    public async Task<Settlement> Of(QueuedDelivery queued, Receipt receipt, CancellationToken cancellation)
    {
        var settlement = new Settlement
        {
            Queued = queued,
            At = time.GetUtcNow(),
            Outcome = "later",
        };
        return receipt switch
        {
            Receipt.Sent sent => settlement with { Outcome = "sent", Reference = sent.Reference, Detail = sent.Answer },
            Receipt.Later later => Later(settlement, later),
            Receipt.Moved moved => Later(
                settlement,
                new Receipt.Later($"moved to {moved.To}", After: queued.Tries < 3 ? TimeSpan.Zero : null)
            ) with
            {
                MovedTo = moved.To,
            },
            Receipt.Refused refused => await Refused(settlement, refused, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(receipt)),
        };
    }

    private Settlement Later(Settlement settlement, Receipt.Later later)
    {
        var queued = settlement.Queued;
        if (!later.Tried)
            return settlement with { Tried = false, Due = settlement.At + later.After };
        var backoff = Backoff.After(queued.Tries + 1, chance.NextDouble());
        var wait = later.After ?? backoff;
        var givenUp = (queued.FirstTry ?? settlement.At) + Backoff.GiveUpAfter;
        return settlement with
        {
            Outcome = settlement.At + wait > givenUp ? "dead" : "later",
            Detail = later.Why,
            Due = settlement.At + wait,
        };
    }

    private async Task<Settlement> Refused(
        Settlement settlement,
        Receipt.Refused refused,
        CancellationToken cancellation
    )
    {
        var delivery = settlement.Queued.Delivery;
        var retire = refused.Retire || (refused.Counts && settlement.Queued.Refusals + 1 >= MostRefusals);
        return settlement with
        {
            Outcome = retire ? "refused" : "dead",
            Detail = refused.Why,
            Retire = retire,
            CountRefusal = refused.Counts,
            Notices = retire ? await notice.Of(delivery, refused.Why, settlement.At, cancellation) : [],
        };
    }
}

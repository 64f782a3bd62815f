using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>A person's word to subscribers, marked as one, in the queue behind every urgent alert.</summary>
public sealed class Announcement(
    BotWorld world,
    SubscriberStore people,
    DeliveryStore deliveries,
    DeliverySignal signal,
    TimeProvider time
)
{
    /// <summary>Queues it for everybody who follows the crossing, once an address.</summary>
    /// <param name="crossing">Id of a configured crossing; null for all subscribers.</param>
    /// <param name="text">As typed; its own language is kept.</param>
    /// <returns>How many addresses it goes to.</returns>
    public async Task<int> Tell(string? crossing, string text, CancellationToken cancellation)
    {
        var configuration = world.Configuration;
        var readers = configuration
            .Subscribers.Concat(await people.All(cancellation))
            .Where(subscriber =>
                crossing is null
                || AlertRouting.Follows(
                    subscriber,
                    crossing,
                    world.Crossings[crossing].Countries,
                    configuration.Corridors
                )
            )
            .SelectMany(subscriber => subscriber.To.Select(address => (Subscriber: subscriber, Address: address)))
            .DistinctBy(reader => reader.Address, StringComparer.Ordinal)
            .Select(reader => Note(reader.Subscriber, reader.Address, text))
            .ToArray();
        await deliveries.Add(readers, cancellation);
        signal.Wake();
        return readers.Length;
    }

    private (Delivery, DeliveryNote) Note(Subscriber subscriber, string address, string text)
    {
        var now = time.GetUtcNow();
        return (
            new Delivery(
                Guid.NewGuid().ToString("N"),
                null,
                null,
                subscriber.Id,
                address,
                subscriber.Language,
                subscriber.TimeZone,
                Urgent: false,
                now
            ),
            new DeliveryNote(world.Catalogs.For(subscriber.Language).Plain("notice.person.title"), text)
        );
    }
}

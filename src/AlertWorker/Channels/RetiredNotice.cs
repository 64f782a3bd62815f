using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Tells a subscriber, at another of its addresses and once, that one address gets nothing any more.</summary>
public sealed class RetiredNotice(SubscriberDirectory subscribers, AddressStore addresses, Func<MessageWorld> world)
{
    /// <summary>The notice, to the subscriber's first address that is still in use; empty when there is none.</summary>
    /// <param name="lost">The delivery that showed it.</param>
    /// <param name="why">What the channel answered.</param>
    public async Task<IReadOnlyList<(Delivery, DeliveryNote)>> Of(
        Delivery lost,
        string why,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (await subscribers.Find(lost.SubscriberId, cancellation) is not { } subscriber)
            return [];
        var inUse = await addresses.InUse([lost.Address, .. subscriber.To], cancellation);
        // Retired already: the reader has unsubscribed it while the message was under way, and knows.
        if (!inUse.Contains(lost.Address) || inUse.FirstOrDefault(address => address != lost.Address) is not { } other)
            return [];
        var catalog = world().Catalogs.For(subscriber.Language);
        var place = ("address", new MessageSpan(Shown(lost.Address)));
        var note = new DeliveryNote(
            Text(catalog.Text("notice.retired.title", place)),
            Text(catalog.Text("notice.retired.body", place, ("reason", new MessageSpan(SafeText.Line(why)))))
        );
        return
        [
            (
                new Delivery(
                    Id(lost.Address),
                    null,
                    null,
                    subscriber.Id,
                    other,
                    subscriber.Language,
                    subscriber.TimeZone,
                    Urgent: false,
                    now
                ),
                note
            ),
        ];
    }

    /// <summary>Derived from the address, so that it is told once.</summary>
    private static string Id(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"retired\n{address}")).AsSpan(0, 12));

    /// <summary>As its owner writes it.</summary>
    private static string Shown(string address) =>
        DeliveryAddress.Scheme(address) == "mailto" ? address["mailto:".Length..] : address;

    private static string Text(IEnumerable<MessageSpan> spans) => string.Concat(spans.Select(span => span.Text));
}

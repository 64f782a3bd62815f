using System.Collections.Concurrent;
using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Turns a queued delivery into the message its channel sends.</summary>
/// <param name="world">Wording and crossings now in force.</param>
public sealed class MessageWriter(
    Func<MessageWorld> world,
    MessageSources sources,
    SubscriberDirectory subscribers,
    TimeProvider time
)
{
    /// <summary>An alert never changes; thousands of readers get the same.</summary>
    private readonly ConcurrentDictionary<string, Alert> _alerts = new(StringComparer.Ordinal);

    private readonly Recent<string, Alert?> _overtaking = new(time);

    private readonly Recent<WordsKey, ComposedMessage> _words = new(time);

    /// <summary>The message; null when what it told is no longer in the store.</summary>
    public async Task<OutgoingMessage?> Write(QueuedDelivery queued, CancellationToken cancellation)
    {
        var delivery = queued.Delivery;
        if (queued.Note is { } note)
            return new OutgoingMessage
            {
                Id = delivery.Id,
                Address = delivery.Address,
                Text = OfNote(note, world().Catalogs.For(delivery.Language)),
                Loud = delivery.Urgent,
            };
        if (delivery.AlertId is not { } id || await Find(id, cancellation) is not { } alert)
            return null;
        return await OfAlert(queued, alert, cancellation);
    }

    /// <summary>A note's lines as a message.</summary>
    public static ComposedMessage OfNote(DeliveryNote note, MessageCatalog catalog) =>
        new(
            catalog.Language,
            catalog.RightToLeft,
            [
                new MessageLine(new MessageSpan(SafeText.Line(note.Title), SpanStyle.Bold)),
                new MessageLine(),
                .. note.Body.Split('\n').Select(Line),
            ]
        );

    /// <summary>An address at the end of a line can be followed.</summary>
    private static MessageLine Line(string line)
    {
        var text = SafeText.Line(line);
        var start = text.LastIndexOf(' ') + 1;
        return SafeText.Link(text[start..]) is { } link
            ? new MessageLine(
                new MessageSpan(text[..start]),
                new MessageSpan(text[start..], SpanStyle.Plain, link, Foreign: true)
            )
            : new MessageLine(new MessageSpan(text));
    }

    private async Task<Alert?> Find(string id, CancellationToken cancellation)
    {
        if (_alerts.TryGetValue(id, out var known))
            return known;
        if (await sources.Alerts.Find(id, cancellation) is not { } alert)
            return null;
        if (_alerts.Count > 200)
            _alerts.Clear();
        return _alerts[id] = alert;
    }

    private async Task<OutgoingMessage> OfAlert(QueuedDelivery queued, Alert alert, CancellationToken cancellation)
    {
        var delivery = queued.Delivery;
        var now = world();
        var crossing = now.Crossings.GetValueOrDefault(alert.Crossing) ?? Unlisted(alert.Crossing);
        var scheme = DeliveryAddress.Scheme(delivery.Address);
        var unsubscribe =
            scheme == "mailto" && now.PublicUrl is not null
                ? now.Link($"unsubscribe/{await sources.Addresses.TokenOf(delivery.Address, cancellation)}")
                : null;
        var links = new MessageLinks(
            now.Link($"alerts/{Uri.EscapeDataString(alert.Id)}"),
            unsubscribe,
            Bot: scheme == "telegram" && !delivery.Address.Contains('@', StringComparison.Ordinal)
        );
        return new OutgoingMessage
        {
            Id = delivery.Id,
            Address = delivery.Address,
            Text = await Words(alert, crossing, delivery, links, cancellation),
            Alert = alert,
            Crossing = crossing,
            Loud = alert.Loud,
            Thread = queued.Thread,
            Secret = scheme == "https" ? (await subscribers.Find(delivery.SubscriberId, cancellation))?.Secret : null,
            Unsubscribe = unsubscribe,
        };
    }

    private async Task<ComposedMessage> Words(
        Alert alert,
        Crossing crossing,
        Delivery delivery,
        MessageLinks links,
        CancellationToken cancellation
    )
    {
        var newer = await _overtaking.Get(alert.Id, async _ => await sources.Alerts.Overtaking(alert, cancellation));
        var catalog = world().Catalogs.For(delivery.Language);
        return await _words.Get(
            new WordsKey(alert.Id, delivery.Language, delivery.TimeZone, links, newer?.Id),
            at =>
                ValueTask.FromResult(
                    Wording.Compose(
                        Wording.Named(alert, world().Crossings, catalog),
                        crossing,
                        catalog,
                        delivery.TimeZone,
                        at,
                        links,
                        newer
                    )
                )
        );
    }

    /// <summary>A crossing that was taken out of the configuration after the alert still has its id for a name.</summary>
    private static Crossing Unlisted(string id) =>
        new()
        {
            Id = id,
            Name = id,
            Countries = ["", ""],
        };
}

using AlertWorker.Alerts;
using AlertWorker.Bot;
using AlertWorker.Channels;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>
/// Subscriptions by mail. Double opt-in: whoever asks gets nothing but one mail with a link, and only who can read that mail can say yes.
/// </summary>
internal sealed class SubscriptionDesk(
    BotWorld world,
    PendingStore pending,
    Subscriptions people,
    AddressStore addresses,
    OutgoingNotes notes
)
{
    /// <summary>Sends the mail with the link, unless this address was sent enough of them.</summary>
    /// <param name="address">One plain mail address.</param>
    /// <param name="selectors">What is to be watched.</param>
    public async Task Ask(
        string address,
        IReadOnlyList<string> selectors,
        Reader reader,
        CancellationToken cancellation
    )
    {
        var to = $"mailto:{address}";
        var blank = new Subscriber
        {
            Id = to,
            To = [to],
            Language = reader.Catalog.Language,
            TimeZone = reader.ZoneId,
        };
        var clocked = Subscriptions.Clocked(blank, selectors.Select(s => Selectors.Country(s, world)).FirstOrDefault());
        var wish = selectors.Aggregate(clocked, Selectors.With);
        if (await pending.Add(wish, cancellation) is not { } token)
            return;
        string[] lines =
        [
            reader.Word("mail.confirm.body"),
            string.Join(
                reader.Word("list.comma"),
                Selectors.Of(wish).Select(selector => Selectors.Name(selector, reader.Catalog, world))
            ),
            "",
            reader.Word("mail.confirm.link", ("link", world.Messages.Link($"confirm/{token}") ?? "")),
            reader.Word("mail.confirm.not"),
        ];
        await notes.Send(
            wish,
            new DeliveryNote(reader.Word("mail.confirm.title"), string.Join('\n', lines), IsAskedFor: true),
            cancellation
        );
    }

    /// <summary>What was asked for with this token; null when it is none, or too old.</summary>
    public Task<Subscriber?> Asked(string token, CancellationToken cancellation) => pending.Find(token, cancellation);

    /// <summary>Begins to tell: adds what was asked for to what the address watches already.</summary>
    /// <returns>The token of its settings.</returns>
    public async Task<string> Confirm(Subscriber wish, CancellationToken cancellation)
    {
        var known = await people.Find(wish.Id, cancellation) ?? wish;
        await people.Save(Selectors.Of(wish).Aggregate(known, Selectors.With), cancellation);
        return await addresses.TokenOf(wish.To[0], cancellation);
    }
}

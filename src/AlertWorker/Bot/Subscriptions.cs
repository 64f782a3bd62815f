using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>What chats subscribed. A chat is one subscriber with one address.</summary>
public sealed class Subscriptions(SubscriberStore store, AddressStore addresses)
{
    /// <summary>Where nothing else is known of a reader.</summary>
    private const string Utc = "UTC";

    /// <summary>Zones to begin with, by language; the reader can change it.</summary>
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["ur"] = "Asia/Karachi",
        ["ps"] = "Asia/Kabul",
        ["fa"] = "Asia/Kabul",
        ["hi"] = "Asia/Kolkata",
        ["ru"] = "Europe/Moscow",
        ["tr"] = "Europe/Istanbul",
        ["pl"] = "Europe/Warsaw",
        ["uk"] = "Europe/Kyiv",
    };

    /// <summary>The chat's subscription, or a blank one in the language its app speaks.</summary>
    public async Task<(Subscriber Person, bool IsKnown)> Of(
        TelegramAddress chat,
        string? language,
        CancellationToken cancellation
    ) =>
        await store.Find(chat.ToString(), cancellation) is { } known
            ? (known, true)
            : (
                new Subscriber
                {
                    Id = chat.ToString(),
                    To = [chat.ToString()],
                    Language = language ?? "en",
                    TimeZone = Zones.GetValueOrDefault(language ?? "", Utc),
                },
                false
            );

    /// <summary>
    /// The person with a clock, when there was none to begin with: that of the language chosen meanwhile, else of the first place watched.
    /// Who watches something already has had the choice.
    /// </summary>
    /// <param name="country">ISO code of the place's own side; null where there is none.</param>
    public static Subscriber Clocked(Subscriber person, string? country) =>
        person.TimeZone != Utc || Selectors.Of(person).Any() ? person
        : Zones.TryGetValue(person.Language, out var zone) ? person with { TimeZone = zone }
        : country is not null ? person with { TimeZone = CountryZones.Of(country).Id }
        : person;

    /// <summary>Who has this id; null for nobody.</summary>
    public Task<Subscriber?> Find(string id, CancellationToken cancellation) => store.Find(id, cancellation);

    /// <summary>Stores it, and takes the address into use again: whoever speaks to us wants to hear.</summary>
    public async Task Save(Subscriber person, CancellationToken cancellation)
    {
        await store.Save(person, cancellation);
        await Revive(person.To[0], cancellation);
    }

    /// <summary>Stores it; an address out of use stays so.</summary>
    public Task Keep(Subscriber person, CancellationToken cancellation) => store.Save(person, cancellation);

    public Task Revive(string address, CancellationToken cancellation) => addresses.Revive(address, cancellation);

    public Task Retire(string address, string why, CancellationToken cancellation) =>
        addresses.Retire(address, why, cancellation);

    public Task Forget(Subscriber person, CancellationToken cancellation) => store.Forget(person, cancellation);

    /// <summary>A group has become a supergroup, which has another number: what it watches goes along.</summary>
    public async Task Move(TelegramAddress from, TelegramAddress to, CancellationToken cancellation)
    {
        if (await store.Find(from.ToString(), cancellation) is not { } known)
            return;
        await store.Replace(known.Id, known with { Id = to.ToString(), To = [to.ToString()] }, cancellation);
    }
}

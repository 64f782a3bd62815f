using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>The configuration as the conversation needs it, with the searches made once for each.</summary>
/// <param name="current">The configuration now in force.</param>
public sealed class BotWorld(Func<WorkerConfiguration> current)
{
    private readonly Lock _lock = new();
    private Found? _searches;

    public WorkerConfiguration Configuration => current();

    public IReadOnlyDictionary<string, Crossing> Crossings => current().Crossings;

    public MessageCatalogs Catalogs => current().Messages;

    public MessageWorld Messages => MessageWorld.Of(current());

    public CrossingSearch Search => Searches.Crossings;

    public CountrySearch Countries => Searches.Countries;

    private Found Searches
    {
        get
        {
            var now = current();
            lock (_lock)
                return _searches is { } known && ReferenceEquals(known.Of, now)
                    ? known
                    : _searches = new Found(
                        now,
                        new CrossingSearch(now.Crossings.Values),
                        new CountrySearch(now.Crossings.Values.SelectMany(crossing => crossing.Countries), now.Messages)
                    );
        }
    }

    /// <summary>The language a phone says its owner speaks, where messages are worded in it; else null.</summary>
    /// <param name="code">IETF tag as Telegram gives it: <c>ur</c>, <c>fa-AF</c>.</param>
    public string? Spoken(string? code) =>
        code?.Split('-')[0] is { } language && Catalogs.Has(language) ? language : null;

    /// <summary>The first line of an alert as the chat reads it.</summary>
    public string Subject(Alert alert, BotChat chat) =>
        Crossings.TryGetValue(alert.Crossing, out var crossing)
            ? Wording.Subject(alert, crossing, chat.Catalog, chat.Person.TimeZone)
            : alert.Crossing;

    public bool IsOperator(long user) => current().Settings.Telegram.Operators.Contains(user);

    private sealed record Found(WorkerConfiguration Of, CrossingSearch Crossings, CountrySearch Countries);
}

using AlertWorker.Bot;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>What pages are made from.</summary>
internal sealed class PageSources(
    LiveConfiguration live,
    BotWorld world,
    StatusStore statuses,
    FeedStates feeds,
    TimeProvider clock
)
{
    public WorkerConfiguration Configuration => live.Current;

    /// <summary>True when people can subscribe here: mail has a way out, and its links a way back.</summary>
    public bool TakesSubscriptions => world.Messages.PublicUrl is not null && Configuration.Settings.Email.IsOn;

    /// <summary>What a text selects, as the bot understands it.</summary>
    public Meant Meant(string text) => Bot.Meant.By(text, world);

    /// <summary>How a selector is named to people.</summary>
    public string Name(string selector, Reader reader) => Selectors.Name(selector, reader.Catalog, world);

    public Reader ReaderOf(HttpRequest request) => Reader.Of(request, live.Current.Messages, clock.GetUtcNow());

    public Task<Crossings.CrossingBook> Book(CancellationToken cancellation) => statuses.Book(cancellation);

    public IReadOnlyCollection<FeedBody> Feeds() => [.. FeedApi.Bodies(live, feeds)];

    /// <summary>Crossings by a name as people type it, in any language, or by a country.</summary>
    public IReadOnlyList<Crossings.Crossing> Find(string typed)
    {
        if ((world.Countries.Find(typed) ?? world.Countries.FindAlike(typed)) is not { } country)
            return world.Search.Find(typed, most: 30);
        return [.. world.Crossings.Values.Where(crossing => crossing.Countries.Contains(country))];
    }
}

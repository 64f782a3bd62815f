using AlertWorker.Bot;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>What pages are made from.</summary>
internal sealed class PageSources(LiveConfiguration live, StatusStore statuses, FeedStates feeds, TimeProvider clock)
{
    private volatile Names? _names;

    public WorkerConfiguration Configuration => live.Current;

    public Reader ReaderOf(HttpRequest request) => Reader.Of(request, live.Current.Messages, clock.GetUtcNow());

    public Task<Crossings.CrossingBook> Book(CancellationToken cancellation) => statuses.Book(cancellation);

    public IReadOnlyCollection<FeedBody> Feeds() => [.. FeedApi.Bodies(live, feeds)];

    /// <summary>Crossings by a name as people type it, or by a country.</summary>
    public IReadOnlyList<Crossings.Crossing> Find(string typed)
    {
        var now = live.Current;
        // Folding every name takes a while; it is done once for a configuration.
        if (_names is not { } names || names.Of != now)
            _names = names = new Names(now, new CrossingSearch(now.Crossings.Values));
        Crossings.Crossing[] byCountry =
        [
            .. now.Crossings.Values.Where(crossing =>
                crossing.Countries.Any(country =>
                    string.Equals(country, typed, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(CountryNames.Of(country), typed, StringComparison.OrdinalIgnoreCase)
                )
            ),
        ];
        return byCountry.Length > 0 ? byCountry : names.Search.Find(typed, most: 30);
    }

    private sealed record Names(WorkerConfiguration Of, CrossingSearch Search);
}

using System.Diagnostics.Metrics;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>How many feeds are in which state (meter <c>AlertWorker.Web</c>).</summary>
internal sealed class FeedMetrics : IDisposable
{
    private readonly Meter _meter = new("AlertWorker.Web");

    public FeedMetrics(LiveConfiguration live, FeedStates states) =>
        _meter.CreateObservableGauge(
            "alertworker.feeds",
            () => Count(live, states),
            "{feed}",
            "Feeds that are on, by state of health"
        );

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> Count(LiveConfiguration live, FeedStates states)
    {
        var feeds = FeedApi.Bodies(live, states).ToLookup(feed => feed.State);
        return Enum.GetValues<FeedCondition>()
            .Select(state => new Measurement<int>(
                feeds[state].Count(),
                new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant())
            ));
    }
}

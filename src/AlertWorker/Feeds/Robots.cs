using System.Collections.Concurrent;
using System.Text;

namespace AlertWorker.Feeds;

/// <summary>The robots.txt of every host an article was wanted from, read once a day.</summary>
public sealed class Robots(FeedFetcher fetcher, TimeProvider clock, Func<string> userAgent)
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeepUnknown = TimeSpan.FromHours(1);
    private const int Longest = 500 * 1024;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, RobotsRules Rules)> _known = new(
        StringComparer.OrdinalIgnoreCase
    );

    public async Task<bool> Allow(Uri url, CancellationToken cancellation)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        if (!_known.TryGetValue(site, out var known) || known.Until < clock.GetUtcNow())
        {
            var (keep, rules) = await Read(new Uri(site + "/robots.txt"), cancellation);
            known = (clock.GetUtcNow() + keep, rules);
            _known[site] = known;
        }
        return known.Rules.Allows(url.PathAndQuery);
    }

    private async Task<(TimeSpan Keep, RobotsRules Rules)> Read(Uri url, CancellationToken cancellation) =>
        await fetcher.Fetch(new FetchRequest(url) { Bytes = 2 * Longest }, cancellation) switch
        {
            FetchedFeed.Data data => (
                Keep,
                RobotsRules.Parse(
                    Encoding.UTF8.GetString(data.Body.Span[..Math.Min(Longest, data.Body.Length)]),
                    userAgent().Split('/', ' ')[0]
                )
            ),
            // RFC 9309 §2.3.1.3: no rules there, everything may be asked for.
            FetchedFeed.Failed
            {
                Fault: FetchFault.Forbidden or FetchFault.NotFound or FetchFault.Gone or FetchFault.Empty
            } => (Keep, RobotsRules.AllowAll),
            // §2.3.1.4: out of reach or a server's error, nothing may.
            _ => (KeepUnknown, RobotsRules.DenyAll),
        };
}

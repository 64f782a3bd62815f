using AlertWorker.Configuration;
using AlertWorker.Feeds;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/api/feeds</c>: health of every feed that is on.</summary>
internal static class FeedApi
{
    public static IResult All(LiveConfiguration live, FeedStates states) => TaggedResult.Json(Bodies(live, states));

    public static IEnumerable<FeedBody> Bodies(LiveConfiguration live, FeedStates states) =>
        live.Current.Feeds.Where(feed => feed.Enabled).Select(feed => FeedBody.Of(feed, states.Of(feed)));
}

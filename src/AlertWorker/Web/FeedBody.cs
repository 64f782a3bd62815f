using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>Health of one feed.</summary>
/// <param name="State">waiting, ok, stale, empty, blocked, gone or failing.</param>
/// <param name="Since">Since when it is in this state.</param>
/// <param name="Polled">When it was last asked.</param>
/// <param name="Newest">Publication time of the newest entry seen.</param>
/// <param name="LastError">For people: what is wrong, or was missed; null while all is well.</param>
/// <param name="Stopped">True when it is not asked any more.</param>
public sealed record FeedBody(
    string Id,
    string Name,
    string Tier,
    string Publisher,
    FeedCondition State,
    DateTimeOffset? Since,
    DateTimeOffset? Polled,
    DateTimeOffset? Newest,
    string? LastError,
    int Failures,
    bool Stopped
)
{
    public static FeedBody Of(FeedOptions feed, FeedState state) =>
        new(
            feed.Id,
            feed.Name,
            feed.Tier.ToString().ToLowerInvariant(),
            feed.Publisher,
            state.Condition,
            state.Since,
            state.Polled,
            state.Newest,
            state.Reason,
            state.Failures,
            state.Stopped
        );
}

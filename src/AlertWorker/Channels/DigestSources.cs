using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>What digests are made of.</summary>
/// <param name="Configured">Subscribers of the configuration now in force.</param>
/// <param name="Corridors">Corridors now in force.</param>
public sealed record DigestSources(
    Func<IReadOnlyList<Subscriber>> Configured,
    Func<IReadOnlyList<Corridor>> Corridors,
    Func<MessageWorld> World,
    SubscriberStore People,
    StatusStore Statuses
)
{
    /// <summary>Everybody who may want one.</summary>
    public async Task<IReadOnlyList<Subscriber>> Subscribers(CancellationToken cancellation) =>
        [.. Configured(), .. await People.All(cancellation)];
}

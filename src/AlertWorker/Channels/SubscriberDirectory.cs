using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Finds a subscriber wherever it is kept: in the configuration or in the store.</summary>
/// <param name="configured">The subscribers of the configuration now in force.</param>
public sealed class SubscriberDirectory(Func<IReadOnlyList<Subscriber>> configured, SubscriberStore store)
{
    /// <summary>Null when nobody has this id (any more).</summary>
    public async Task<Subscriber?> Find(string id, CancellationToken cancellation) =>
        configured().FirstOrDefault(subscriber => subscriber.Id == id) ?? await store.Find(id, cancellation);
}

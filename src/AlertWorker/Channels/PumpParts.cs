using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>What every pump works with.</summary>
/// <param name="Node">Name of this process, unlike any other.</param>
public sealed record PumpParts(
    DeliveryStore Store,
    DeliverySignal Signal,
    LeaseStore Leases,
    StoreWatch Watch,
    MessageWriter Writer,
    Settling Settling,
    DeliveryMetrics Metrics,
    string Node,
    TimeProvider Time
)
{
    /// <summary>How long a node has in hand what it took. One that dies is replaced within half a minute, and somebody has to notice.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(25);
}

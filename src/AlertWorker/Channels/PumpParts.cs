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
);

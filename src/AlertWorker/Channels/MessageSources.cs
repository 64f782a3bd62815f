using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>Where the store keeps what a message is made of.</summary>
public sealed record MessageSources(AlertStore Alerts, AddressStore Addresses);

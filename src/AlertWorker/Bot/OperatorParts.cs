using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>What operators look into.</summary>
public sealed record OperatorParts(DeliveryStore Deliveries, FeedStateStore Feeds);

using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>What operators look into and act with.</summary>
public sealed record OperatorParts(
    DeliveryStore Deliveries,
    FeedStateStore Feeds,
    Announcement Announcement,
    Withdrawal Withdrawal,
    CaseFiles Cases
);

using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>What commands work with.</summary>
public sealed record BotParts(
    BotWorld World,
    Subscriptions People,
    StatusStore Statuses,
    StatusTeller Teller,
    AlertStore History,
    ChatAlerts Alerts,
    OperatorPost Operators,
    OperatorParts ForOperators,
    TimeProvider Time
);

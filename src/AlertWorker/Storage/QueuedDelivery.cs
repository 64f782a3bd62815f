using AlertWorker.Alerts;

namespace AlertWorker.Storage;

/// <summary>A delivery as the store keeps it.</summary>
/// <param name="Delivery">Who gets what.</param>
/// <param name="Note">Its words when it is no alert.</param>
/// <param name="State">waiting, sent, dead (given up, repeatable) or refused (the address is retired).</param>
/// <param name="Tries">Tries so far.</param>
/// <param name="Created">When it was committed, UTC.</param>
/// <param name="FirstTry">When it was first tried, UTC; null when it was not.</param>
/// <param name="LeaseUntil">Until when it is in hand, UTC.</param>
/// <param name="Problem">The last answer that was not a yes.</param>
public sealed record QueuedDelivery(
    Delivery Delivery,
    DeliveryNote? Note,
    string State,
    int Tries,
    DateTimeOffset Created,
    DateTimeOffset? FirstTry,
    DateTimeOffset LeaseUntil,
    string? Problem
)
{
    /// <summary>Who has it in hand; null for nobody.</summary>
    public string? Node { get; init; }

    /// <summary>References of the incident's first and last message at this address, as of the taking; null when there is none.</summary>
    public (string First, string Last)? Thread { get; init; }
}

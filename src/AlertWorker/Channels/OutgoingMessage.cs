using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>All a channel needs to send one delivery.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The same in every try; carried in Message-ID and webhook-id.</summary>
    public required string Id { get; init; }

    /// <summary>Full address with its scheme.</summary>
    public required string Address { get; init; }

    public required ComposedMessage Text { get; init; }

    /// <summary>The alert told; null for a notice.</summary>
    public Alert? Alert { get; init; }

    /// <summary>Where the alert is about; null for a notice.</summary>
    public Crossing? Crossing { get; init; }

    /// <summary>False for what should not ring.</summary>
    public bool Loud { get; init; } = true;

    /// <summary>References of the incident's first and last message at this address; null when this is the first.</summary>
    public (string First, string Last)? Thread { get; init; }

    /// <summary>Signing secret of the subscriber, for webhooks. Never shown.</summary>
    public string? Secret { get; init; }

    /// <summary>Page that stops these messages; null when there is no public page.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>False once another node may have it in hand. To be asked after every wait, right before it goes out: this node may have been frozen.</summary>
    public Func<bool> IsOurs { get; init; } = () => true;

    /// <summary>What stands behind the address's scheme.</summary>
    public string Target => DeliveryAddress.Target(Address);

    public override string ToString() => $"message {Id}";
}

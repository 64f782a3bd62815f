namespace AlertWorker.Storage;

/// <summary>What one feed has, or is about to have, at a WebSub hub (W3C WebSub §5). Times UTC.</summary>
public sealed record HubSubscription
{
    public required string Feed { get; init; }

    /// <summary>Address of the hub.</summary>
    public required string Hub { get; init; }

    /// <summary>The address under which the hub knows the feed.</summary>
    public required string Topic { get; init; }

    /// <summary>Last part of the address the hub calls; 128 random bits, so that nobody else can.</summary>
    public required string Token { get; init; }

    /// <summary>Keys the signature on what the hub sends. Never shown.</summary>
    public required string Secret { get; init; }

    /// <summary>When the hub was last asked; null before the first time.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>End of the lease; null until the hub has come back to ask whether we mean it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Times in a row it was asked and nothing came of it.</summary>
    public int Failures { get; init; }

    /// <summary>What the hub said last against it; null when nothing.</summary>
    public string? Refusal { get; init; }

    public override string ToString() => $"{nameof(HubSubscription)} {Feed} at {Hub}";
}

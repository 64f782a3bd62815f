using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>One line of the ledger: what a claim or a timer did to a crossing, and by which rule.</summary>
public sealed record FoldStep
{
    /// <summary>Order time: event or publication, or the due time of a timer, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Crossing { get; init; }

    /// <summary>Entry the claim stands in; null for a timer.</summary>
    public string? EntryId { get; init; }

    public Claim? Claim { get; init; }

    /// <summary>Name of the rule, kebab-case.</summary>
    public required string Rule { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What it did: <c>closed → open</c>, <c>refreshed</c>, <c>nothing</c>.</summary>
    public string Effect { get; init; } = "nothing";
}

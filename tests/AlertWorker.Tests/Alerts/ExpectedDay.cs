using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>What a recorded day must lead to: every alert with its window, how many in all, and what is known at the end.</summary>
public sealed record ExpectedDay
{
    public required string About { get; init; }

    public required IReadOnlyList<ExpectedAlert> Alerts { get; init; }

    /// <summary>Fewest and most alerts in all.</summary>
    public required IReadOnlyList<int> Total { get; init; }

    public required IReadOnlyDictionary<string, ExpectedEnd> Final { get; init; }
}

/// <summary>What is known of a crossing at the end of a day.</summary>
public sealed record ExpectedEnd
{
    public IReadOnlyList<Status> Status { get; init; } = [];

    public bool? Disputed { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<Status>> Flows { get; init; } =
        new Dictionary<string, IReadOnlyList<Status>>();
}

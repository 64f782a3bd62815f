using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What followers of a crossing were last told; the next alert is the difference to it.</summary>
public sealed record Told
{
    /// <summary>Effective states in the order of the crossing's flows.</summary>
    public required IReadOnlyList<Status> Flows { get; init; }

    public Status Headline { get; init; }

    public Certainty Certainty { get; init; }

    public bool Disputed { get; init; }

    /// <summary>The state worse than open was a routine one: nobody was alarmed, so nobody is told of its end.</summary>
    public bool Routine { get; init; }

    /// <summary>Incident a loud alert was sent for and whose end is still owed; null when none.</summary>
    public string? Owed { get; init; }

    /// <summary>Incident whose confirmation was sent.</summary>
    public string? Confirmed { get; init; }

    /// <summary>Incident in which an exception for cargo was told.</summary>
    public string? Excepted { get; init; }

    /// <summary>Keys of promises announced, newest last, bounded.</summary>
    public IReadOnlyList<string> Announced { get; init; } = [];

    /// <summary>Keys of promises told as overdue or denied, newest last, bounded.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}

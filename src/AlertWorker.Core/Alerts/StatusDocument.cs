using System.Text.Json.Serialization;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>A status as the outside sees it (contracts.md §5): the last lines of <c>replay</c>, the body of the API.</summary>
public sealed record StatusDocument
{
    public string Type { get; } = "status";

    public required string Crossing { get; init; }

    public required Status Status { get; init; }

    public required IReadOnlyDictionary<Flow, Status> Flows { get; init; }

    public required bool Disputed { get; init; }

    public required Certainty Certainty { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? Since { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? AsOf { get; init; }

    public string? Cause { get; init; }

    public string? Incident { get; init; }

    /// <summary>Time of the next promised change, as the contract writes times; null when none is promised.</summary>
    public string? Scheduled { get; init; }

    public static StatusDocument Of(CrossingStatus status) =>
        new()
        {
            Crossing = status.Crossing,
            Status = status.Headline,
            Flows = status.Flows,
            Disputed = status.Disputed,
            Certainty = status.Certainty,
            Since = status.Since,
            AsOf = status.AsOf,
            Cause = status.Cause,
            Incident = status.Incident?.Id,
            Scheduled = status.Expected?.Schedule.Text,
        };
}

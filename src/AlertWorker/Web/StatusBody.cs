using System.Text.Json.Serialization;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>The <c>status</c> object of the contract, with where the crossing is.</summary>
public sealed record StatusBody
{
    public string Type { get; } = "status";

    public required string Id { get; init; }

    public required string Crossing { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Degrees; null is written when the place is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Lat { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Lon { get; init; }

    public required Status Status { get; init; }

    public required IReadOnlyDictionary<Flow, Status> Flows { get; init; }

    public required bool Disputed { get; init; }

    public required Certainty? Certainty { get; init; }

    public required DateTimeOffset? Since { get; init; }

    public required DateTimeOffset? AsOf { get; init; }

    public required string? Cause { get; init; }

    public required string? Incident { get; init; }

    public required string? Scheduled { get; init; }

    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <param name="status">Null when nothing was ever said of the crossing.</param>
    public static StatusBody Of(Crossing crossing, CrossingStatus? status) =>
        new()
        {
            Id = crossing.Id,
            Crossing = crossing.Id,
            Name = crossing.Name,
            Countries = crossing.Countries,
            Lat = crossing.Latitude,
            Lon = crossing.Longitude,
            Status = status?.Headline ?? Status.Unknown,
            Flows = status?.Flows ?? crossing.Flows.ToDictionary(flow => flow, _ => Status.Unknown),
            Disputed = status?.Disputed ?? false,
            Certainty = status?.Certainty,
            Since = status?.Since,
            AsOf = status?.AsOf,
            Cause = status?.Cause,
            Incident = status?.Incident?.Id,
            Scheduled = status?.Expected?.Schedule.Text,
            Alternatives = crossing.Alternatives,
        };
}

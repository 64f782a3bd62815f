using System.Text.Json.Serialization;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>An alert as the outside sees it (contracts.md §5): printed by <c>replay</c>, sent to webhooks, served by the API.</summary>
public sealed record AlertDocument
{
    public string Type { get; } = "alert";

    public required DateTimeOffset At { get; init; }

    public required string Id { get; init; }

    public required string Incident { get; init; }

    public required string Crossing { get; init; }

    public required AlertKind Kind { get; init; }

    public required Status Status { get; init; }

    public required IReadOnlyDictionary<Flow, Status> Flows { get; init; }

    public required bool Disputed { get; init; }

    public required Certainty Certainty { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Null is written: the contract names the field in every alert.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Scheduled { get; init; }

    public required IReadOnlyList<string> Because { get; init; }

    public required string Reason { get; init; }

    /// <summary>The message as English plain text.</summary>
    public required string Text { get; init; }

    public static AlertDocument Of(Alert alert, string text) =>
        new()
        {
            At = alert.At,
            Id = alert.Id,
            Incident = alert.Incident,
            Crossing = alert.Crossing,
            Kind = alert.Kind,
            Status = alert.Status,
            Flows = alert.Flows,
            Disputed = alert.Disputed,
            Certainty = alert.Certainty,
            Since = alert.Since,
            Scheduled = alert.Scheduled?.Text,
            Because = alert.Because,
            Reason = alert.Reason,
            Text = text,
        };
}

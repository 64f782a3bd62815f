using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>The <c>alert</c> object of the contract.</summary>
public sealed record AlertBody
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

    public required string? Scheduled { get; init; }

    public required IReadOnlyList<string> Because { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }

    public static AlertBody Of(Alert alert) =>
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
            Quotes = alert.Quotes,
        };
}

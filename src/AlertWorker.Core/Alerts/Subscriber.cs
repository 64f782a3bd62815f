using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Who wants what: a block of <c>subscribers.json</c>, or a person who subscribed through the bot or by mail.</summary>
public sealed record Subscriber
{
    public required string Id { get; init; }

    /// <summary>Addresses: <c>mailto:…</c>, <c>telegram:…</c>, <c>https://…</c>, <c>console:</c>.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Crossing ids, or "*".</summary>
    public IReadOnlyList<string> Crossings { get; init; } = [];

    /// <summary>Ids of corridors (<c>corridors.json</c>).</summary>
    public IReadOnlyList<string> Corridors { get; init; } = [];

    /// <summary>ISO countries: any crossing with a side there.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<FlowMode> Flows { get; init; } = [FlowMode.Cargo];

    public IReadOnlyList<AlertKind> Kinds { get; init; } = [.. Enum.GetValues<AlertKind>()];

    public Certainty MinCertainty { get; init; } = Certainty.Possible;

    /// <summary>Language of the messages, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA zone in which times are shown and quiet hours count.</summary>
    public string TimeZone { get; init; } = "UTC";

    public QuietHours? QuietHours { get; init; }

    /// <summary>Local time of the daily digest; null for none.</summary>
    public TimeOnly? Digest { get; init; }

    /// <summary>Incidents this subscriber muted.</summary>
    public IReadOnlyList<string> MutedIncidents { get; init; } = [];

    /// <summary>Signing secret of webhooks, <c>whsec_</c> + base64. Never shown.</summary>
    public string? Secret { get; init; }

    /// <summary>The id alone: the members of a record end up in logs, and here they are a secret and private addresses.</summary>
    public override string ToString() => $"{nameof(Subscriber)} {Id}";
}

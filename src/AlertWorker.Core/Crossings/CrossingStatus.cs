using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What is known of one crossing. Immutable; stored as JSON (<see cref="StatusJson"/>).</summary>
public sealed record CrossingStatus
{
    /// <summary>Id of the crossing.</summary>
    public required string Crossing { get; init; }

    public required FoldState Now { get; init; }

    /// <summary>State before <see cref="Recent"/>: a late claim is folded in from here.</summary>
    public required FoldState Base { get; init; }

    /// <summary>The newest claims in order of event time, bounded in number and age.</summary>
    public IReadOnlyList<ClaimNote> Recent { get; init; } = [];

    /// <summary>The state after each of <see cref="Recent"/>; empty where not known: it is not stored.</summary>
    [JsonIgnore]
    internal IReadOnlyList<FoldState> Path { get; init; } = [];

    /// <summary>The texts read last, newest last, to recognise who only retells them.</summary>
    public ImmutableArray<ReadText> Texts { get; init; } = [];

    /// <summary>What followers were last told; null when nothing yet.</summary>
    public Told? Told { get; init; }

    /// <summary>Everything unknown.</summary>
    public static CrossingStatus Of(Crossing crossing)
    {
        var nothing = new FoldState { Cells = [.. crossing.Flows.Select(flow => new FlowCell(flow, 0, 0, 0))] };
        return new CrossingStatus
        {
            Crossing = crossing.Id,
            Now = nothing,
            Base = nothing,
        };
    }

    /// <summary>Headline status (domain.md §3).</summary>
    [JsonIgnore]
    public Status Headline => Now.Headline;

    /// <summary>Effective state of every flow: the stricter side's word.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<Flow, Status> Flows => StateView.Flows(Now);

    /// <summary>Live claims disagree and neither outweighs; the last known state is kept.</summary>
    [JsonIgnore]
    public bool Disputed => Now.Dissent is not null;

    [JsonIgnore]
    public Certainty Certainty => Now.Deciding?.Certainty ?? Certainty.Possible;

    /// <summary>Since when the headline status holds, by event time, UTC; null when nothing is known.</summary>
    [JsonIgnore]
    public DateTimeOffset? Since => Now.Since;

    /// <summary>When the state was last asserted by somebody, UTC; null when nothing is known.</summary>
    [JsonIgnore]
    public DateTimeOffset? AsOf => Now.Stands.IsEmpty ? null : Now.Stands.Max(stand => stand.AsOf);

    [JsonIgnore]
    public string? Cause => Headline is Status.Closed or Status.Restricted ? StateView.Cause(Now) : null;

    /// <summary>The incident that lasts; null when there is none.</summary>
    [JsonIgnore]
    public Incident? Incident => Now.Incident is { Ended: null } lasting ? lasting : null;

    /// <summary>What is expected next and who promised it; null when nothing is.</summary>
    [JsonIgnore]
    public Promise? Expected => StateView.Expected(Now);
}

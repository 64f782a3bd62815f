using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>A change of status worth telling, with everything a message needs to say it.</summary>
public sealed record Alert
{
    /// <summary>Stable: the same change decided twice gives the same id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The incident it belongs to: crossing + "/" + the local day it began.</summary>
    public required string Incident { get; init; }

    public required string Crossing { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>Headline status after the change (domain.md §3).</summary>
    public required Status Status { get; init; }

    /// <summary>Headline status before it.</summary>
    public Status Before { get; init; }

    /// <summary>Effective state of every flow after the change, the stricter side's word.</summary>
    public required IReadOnlyDictionary<Flow, Status> Flows { get; init; }

    /// <summary>Modes of traffic whose state this alert changes; empty when it concerns all (a promise, a dispute).</summary>
    public IReadOnlyList<FlowMode> ChangedModes { get; init; } = [];

    public bool Disputed { get; init; }

    public Certainty Certainty { get; init; }

    /// <summary>When the present state began, by event time, UTC.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>What is expected next, and when; null when nothing is promised.</summary>
    public Schedule? Scheduled { get; init; }

    /// <summary>One of <see cref="Causes"/>; null when nobody said.</summary>
    public string? Cause { get; init; }

    /// <summary>Who said what, the deciding statement first; for a dispute, the dissenting one after it. Never empty.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>What an operator takes back with this alert; null in every other.</summary>
    public Withdrawn? Withdrawn { get; init; }

    /// <summary>The rule that decided, kebab-case: first-claim, stronger-source, promise-overdue …</summary>
    public required string Reason { get; init; }

    /// <summary>Ids of the entries it rests on, the deciding one first.</summary>
    public IReadOnlyList<string> Because => [.. Quotes.Select(q => q.EntryId).Distinct(StringComparer.Ordinal)];

    /// <summary>Nearest other ways, with their own status at the moment of the alert.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>False for quiet updates (confirmed) that are edited in or sent without sound.</summary>
    public bool Loud { get; init; } = true;
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>All that folding has made of the claims on one crossing. Its size is bounded by <see cref="FoldRules"/>.</summary>
public sealed class FoldState
{
    private Status[]? effective;
    private Status? headline;
    private Stand? deciding;

    public ImmutableArray<FlowCell> Cells { get; init; } = [];

    /// <summary>The states the cells point to.</summary>
    public ImmutableArray<Stand> Stands { get; init; } = [];

    public int LastStand { get; init; }

    /// <summary>An opening that waits for proof.</summary>
    public Stand? Pending { get; init; }

    /// <summary>Bits of the cells <see cref="Pending"/> is about.</summary>
    public int PendingFlows { get; init; }

    /// <summary>The word against the state that is kept: set while disputed.</summary>
    public Stand? Dissent { get; init; }

    public ImmutableArray<Promise> Promises { get; init; } = [];

    public Incident? Incident { get; init; }

    /// <summary>Incident in which trucks of a closed circle were let through; null when none.</summary>
    public string? Excepted { get; init; }

    /// <summary>Since when the headline status holds, by event time; null when nothing is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Time of the newest claim or timer in it, UTC.</summary>
    public DateTimeOffset Clock { get; init; }

    /// <summary>Rule that last changed a flow.</summary>
    public string Turn { get; init; } = "";

    /// <summary>What a reopening replaced, so that a contradiction can bring it back.</summary>
    public ImmutableArray<Stand> Replaced { get; init; } = [];

    /// <summary>Effective states in the order of the cells: the stricter side's word.</summary>
    [JsonIgnore]
    internal Status[] Effective => effective ??= [.. Cells.Select(cell => StateView.Effective(Stands, cell))];

    /// <summary>Headline status (domain.md §3).</summary>
    [JsonIgnore]
    internal Status Headline => headline ??= StateView.Headline(Stands, Cells);

    /// <summary>The stand behind the worst flow, cargo first; null when nothing is known.</summary>
    [JsonIgnore]
    internal Stand? Deciding => deciding ??= StateView.Deciding(this);
}

namespace AlertWorker.Crossings;

/// <summary>All that folding has made of the claims on one crossing. Its size is bounded by <see cref="FoldRules"/>.</summary>
public sealed record FoldState
{
    public IReadOnlyList<FlowCell> Cells { get; init; } = [];

    /// <summary>The states the cells point to.</summary>
    public IReadOnlyList<Stand> Stands { get; init; } = [];

    public int LastStand { get; init; }

    /// <summary>An opening that waits for proof.</summary>
    public Stand? Pending { get; init; }

    /// <summary>Bits of the cells <see cref="Pending"/> is about.</summary>
    public int PendingFlows { get; init; }

    /// <summary>The word against the state that is kept: set while disputed.</summary>
    public Stand? Dissent { get; init; }

    public IReadOnlyList<Promise> Promises { get; init; } = [];

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
    public IReadOnlyList<Stand> Replaced { get; init; } = [];

    /// <summary>Sketches of the texts folded, to recognise a copy.</summary>
    public IReadOnlyList<TextPrint> Prints { get; init; } = [];
}

using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>A changed crossing beside what its followers were last told: what the policy decides on.</summary>
internal sealed class Situation
{
    public Situation(StatusChange change, IReadOnlyList<ClaimNote> notes, FoldRules rules)
    {
        (Change, Notes, Rules) = (change, notes, rules);
        State = change.After.Now;
        Told = change.After.Told ?? new Told { Flows = [.. State.Cells.Select(_ => Status.Unknown)] };
        Flows = State.Effective;
        Headline = change.After.Headline;
        Worse = Cells((told, now) => Rank(now) > Rank(told));
        Better = Cells((told, now) => Rank(told) > Rank(now) && now != Status.Unknown);
        Certainty = change.After.Certainty;
    }

    public StatusChange Change { get; }

    public IReadOnlyList<ClaimNote> Notes { get; }

    /// <summary>Entries the change comes from; empty for a timer.</summary>
    public IReadOnlyList<string> EntryIds =>
        Notes is [var only] ? [only.EntryId] : [.. Notes.Select(note => note.EntryId).Distinct(StringComparer.Ordinal)];

    public FoldRules Rules { get; }

    public FoldState State { get; }

    public Told Told { get; }

    public Status[] Flows { get; }

    public Status Headline { get; }

    public Certainty Certainty { get; }

    /// <summary>Cells that are worse than told.</summary>
    public List<int> Worse { get; }

    /// <summary>Cells told restricted or closed that are better now.</summary>
    public List<int> Better { get; }

    /// <summary>Cells on which traffic passes now.</summary>
    public List<int> Opened => Cells((_, now) => now == Status.Open);

    /// <summary>Cells on which traffic is stopped or limited now.</summary>
    public List<int> WorseThanOpen => Cells((_, now) => now > Status.Open);

    public bool Disputed => State.Dissent is not null;

    /// <summary>
    /// The incident as followers know it: a claim that arrives late may move its beginning, but not the thread its alerts belong to.
    /// </summary>
    public string? Incident => Told.Owed ?? State.Incident?.Id;

    /// <summary>Somebody may be waiting for the end of what he was told.</summary>
    public bool Owed => Told.Owed is not null;

    /// <summary>Everything this poll says of what is so is older than what is told as news.</summary>
    public bool History =>
        Notes.Any(IsStatement) && Notes.Where(IsStatement).All(note => note.Seen - note.Order > Rules.HistoryAfter);

    private static bool IsStatement(ClaimNote note) =>
        note.Claim.Stance is not (Stance.Past or Stance.Supposed or Stance.Asked);

    /// <summary>The stands that make a cell what it is.</summary>
    public List<Stand> Behind(IReadOnlyList<int> cells) => Words(cells, beside: false);

    /// <summary>Words on a cell that are weaker than what counts: the other side's, for the record.</summary>
    public List<Stand> Beside(IReadOnlyList<int> cells) => Words(cells, beside: true);

    public bool IsCargo(int cell) => State.Cells[cell].Flow.Mode == FlowMode.Cargo;

    private List<Stand> Words(IReadOnlyList<int> cells, bool beside)
    {
        var words = new List<Stand>(2);
        foreach (var at in cells)
        foreach (var stand in State.Stands)
            if (State.Cells[at].Names(stand.Id) && stand.Status != Flows[at] == beside && !words.Contains(stand))
                words.Add(stand);
        return words;
    }

    /// <summary>Cells of which told and present state fit.</summary>
    private List<int> Cells(Func<Status, Status, bool> fits)
    {
        var cells = new List<int>(Flows.Length);
        for (var cell = 0; cell < Flows.Length; cell++)
            if (fits(cell < Told.Flows.Count ? Told.Flows[cell] : Status.Unknown, Flows[cell]))
                cells.Add(cell);
        return cells;
    }

    private static int Rank(Status status) => Math.Max(0, (int)status - (int)Status.Open);
}

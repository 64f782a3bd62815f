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
        Flows = [.. State.Cells.Select(cell => StateView.Effective(State, cell))];
        Headline = change.After.Headline;
        Worse = Cells((told, now) => Rank(now) > Rank(told));
        Better = Cells((told, now) => Rank(told) > Rank(now) && now != Status.Unknown);
        Certainty = change.After.Certainty;
    }

    public StatusChange Change { get; }

    public IReadOnlyList<ClaimNote> Notes { get; }

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

    public bool Disputed => State.Dissent is not null;

    /// <summary>Somebody may be waiting for the end of what he was told.</summary>
    public bool Owed => Told.Owed is not null;

    /// <summary>Everything in this poll is older than what is told as news.</summary>
    public bool History => Notes.Count > 0 && Notes.All(note => note.Seen - note.Order > Rules.HistoryAfter);

    /// <summary>The stands that make a cell what it is.</summary>
    public IEnumerable<Stand> Behind(int cell) =>
        Words(State, State.Cells[cell]).Where(stand => stand.Status == Flows[cell]);

    public IEnumerable<Stand> Behind(IEnumerable<int> cells) => cells.SelectMany(Behind).Distinct();

    /// <summary>Words on a cell that are weaker than what counts: the other side's, for the record.</summary>
    public IEnumerable<Stand> Beside(IEnumerable<int> cells) =>
        cells
            .SelectMany(cell => Words(State, State.Cells[cell]).Where(stand => stand.Status != Flows[cell]))
            .Distinct();

    public bool IsCargo(int cell) => State.Cells[cell].Flow.Mode == FlowMode.Cargo;

    private static IEnumerable<Stand> Words(FoldState state, FlowCell cell) =>
        new[] { cell.First, cell.Second, cell.Either }.Select(id => StateView.Find(state, id)).OfType<Stand>();

    private List<int> Cells(Func<Status, Status, bool> fits) =>
        [.. Enumerable.Range(0, Flows.Length).Where(cell => fits(Told.Flows.ElementAtOrDefault(cell), Flows[cell]))];

    private static int Rank(Status status) => Math.Max(0, (int)status - (int)Status.Open);
}

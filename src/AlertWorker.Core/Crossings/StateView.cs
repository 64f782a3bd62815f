using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Reads a state: effective flows, headline, the stand that decides it.</summary>
internal static class StateView
{
    public static Status Effective(FoldState state, FlowCell cell) =>
        Stricter(Stricter(Status(state, cell.First), Status(state, cell.Second)), Status(state, cell.Either));

    public static IReadOnlyDictionary<Flow, Status> Flows(FoldState state)
    {
        var flows = new Dictionary<Flow, Status>(state.Cells.Count);
        foreach (var cell in state.Cells)
            flows[cell.Flow] = Effective(state, cell);
        return flows;
    }

    /// <summary>Cargo closed both ways → closed; else any flow worse than open → restricted; else open (domain.md §3).</summary>
    public static Status Headline(FoldState state)
    {
        var tally = new HeadlineTally();
        foreach (var cell in state.Cells)
            tally.Count(cell.Flow.Mode, Effective(state, cell));
        return tally.Headline;
    }

    public static Stand? Find(FoldState state, int id)
    {
        foreach (var stand in state.Stands)
            if (stand.Id == id)
                return stand;
        return null;
    }

    /// <summary>The stand behind the worst flow, cargo first; the surest of several.</summary>
    public static Stand? Deciding(FoldState state)
    {
        Stand? best = null;
        var severity = (Claims.Status.Unknown, false);
        foreach (var cell in state.Cells)
        foreach (var id in (ReadOnlySpan<int>)[cell.First, cell.Second, cell.Either])
        {
            if (Find(state, id) is not { } stand || stand.Status != Effective(state, cell))
                continue;
            var rank = (stand.Status, cell.Flow.Mode == FlowMode.Cargo);
            var order = rank.CompareTo(severity);
            if (ReferenceEquals(stand, best) && order <= 0)
                continue;
            if (best is null || order > 0 || (order == 0 && stand.Certainty > best.Certainty))
                (best, severity) = (stand, rank);
        }
        return best;
    }

    public static string? Cause(FoldState state) =>
        Deciding(state)?.Cause
        ?? state.Stands.FirstOrDefault(stand => stand is { Cause: not null, Status: > Claims.Status.Open })?.Cause;

    /// <summary>The next promise that can still come true.</summary>
    public static Promise? Expected(FoldState state) =>
        state.Promises.Where(promise => !promise.Overdue && promise.DeniedBy is null).MinBy(promise => promise.At);

    private static Status Status(FoldState state, int id) => Find(state, id)?.Status ?? Claims.Status.Unknown;

    private static Status Stricter(Status one, Status other) => one > other ? one : other;
}

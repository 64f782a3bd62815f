using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Reads a state: effective flows, headline, the stand that decides it.</summary>
internal static class StateView
{
    public static Status Effective(ImmutableArray<Stand> stands, FlowCell cell)
    {
        var strictest = Claims.Status.Unknown;
        foreach (var stand in stands)
            if (stand.Status > strictest && cell.Names(stand.Id))
                strictest = stand.Status;
        return strictest;
    }

    public static IReadOnlyDictionary<Flow, Status> Flows(FoldState state)
    {
        var flows = new Dictionary<Flow, Status>(state.Cells.Length);
        for (var i = 0; i < state.Cells.Length; i++)
            flows[state.Cells[i].Flow] = state.Effective[i];
        return flows;
    }

    /// <summary>Cargo closed both ways → closed; else any flow worse than open → restricted; else open (domain.md §3).</summary>
    public static Status Headline(ImmutableArray<Stand> stands, ImmutableArray<FlowCell> cells)
    {
        var tally = new HeadlineTally();
        foreach (var cell in cells)
            tally.Count(cell.Flow.Mode, Effective(stands, cell));
        return tally.Headline;
    }

    public static Stand? Find(ImmutableArray<Stand> stands, int id)
    {
        foreach (var stand in stands)
            if (stand.Id == id)
                return stand;
        return null;
    }

    /// <summary>The stand behind the worst flow, cargo first; the surest of several.</summary>
    public static Stand? Deciding(FoldState state)
    {
        Stand? best = null;
        var severity = (Claims.Status.Unknown, false);
        for (var i = 0; i < state.Cells.Length; i++)
            foreach (var stand in state.Stands)
            {
                if (stand.Status != state.Effective[i] || !state.Cells[i].Names(stand.Id))
                    continue;
                var rank = (stand.Status, state.Cells[i].Flow.Mode == FlowMode.Cargo);
                var order = rank.CompareTo(severity);
                if (ReferenceEquals(stand, best) && order <= 0)
                    continue;
                if (best is null || order > 0 || (order == 0 && stand.Certainty > best.Certainty))
                    (best, severity) = (stand, rank);
            }
        return best;
    }

    public static string? Cause(FoldState state) =>
        state.Deciding?.Cause
        ?? state.Stands.FirstOrDefault(stand => stand is { Cause: not null, Status: > Claims.Status.Open })?.Cause;

    /// <summary>The next promise that can still come true.</summary>
    public static Promise? Expected(FoldState state) =>
        state.Promises.Where(promise => !promise.Overdue && promise.DeniedBy is null).MinBy(promise => promise.At);
}

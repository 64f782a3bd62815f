using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Counts the flows of a crossing together to its headline status (domain.md §3).</summary>
internal struct HeadlineTally
{
    private bool cargo;
    private bool cargoPasses;
    private bool peoplePass;
    private bool worse;
    private bool known;

    /// <summary>Cargo closed both ways → closed; else any flow worse than open → restricted; else open.</summary>
    public readonly Status Headline =>
        known && !(cargo ? cargoPasses : peoplePass) ? Status.Closed
        : worse ? Status.Restricted
        : known ? Status.Open
        : Status.Unknown;

    public void Count(FlowMode mode, Status status)
    {
        var isCargo = mode == FlowMode.Cargo;
        cargo |= isCargo;
        cargoPasses |= isCargo && status != Status.Closed;
        peoplePass |= !isCargo && status != Status.Closed;
        worse |= status > Status.Open;
        known |= status != Status.Unknown;
    }
}

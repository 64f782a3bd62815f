namespace AlertWorker.Entries;

public enum PostState
{
    /// <summary>The system does not say: "Update Pending", "N/A", stale.</summary>
    Unknown,
    Open,
    Closed,

    /// <summary>Closed because its posted hours are over: never an incident.</summary>
    OutsideHours,
}

namespace AlertWorker.Claims;

/// <summary>What an event cue needs in its clause to be about a crossing.</summary>
public enum EventNeed
{
    /// <summary>A place or border noun near by.</summary>
    Place,

    /// <summary>A word for traffic or trade: "suspended" alone may be a match or a minister.</summary>
    Traffic,

    /// <summary>Nothing: the phrase itself names border or traffic ("border sealed").</summary>
    Nothing,
}

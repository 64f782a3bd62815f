namespace AlertWorker.Channels;

/// <summary>Counts every call to the database and the network; at the chosen one the process is dead, and nothing it does has an effect any more.</summary>
internal sealed class NumberedDeath(int at)
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public bool IsDead => Calls >= at;

    /// <summary>One call; false when the process died at it, or before.</summary>
    public bool Step() => Interlocked.Increment(ref _calls) < at;
}

namespace AlertWorker.Feeds;

/// <summary>The right to what only one may have at a time; disposed of, once or more often, it goes to the next who waits.</summary>
/// <param name="of">What it is a turn of: host and port, or nothing.</param>
/// <param name="over">Done before the next one's turn begins.</param>
public sealed class Turn(SemaphoreSlim gate, string of, Action? over = null) : IDisposable
{
    private SemaphoreSlim? _gate = gate;

    public string Of { get; } = of;

    /// <summary>It has gone to somebody else.</summary>
    public bool IsOver => _gate is null;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _gate, null) is not { } gate)
            return;
        over?.Invoke();
        gate.Release();
    }
}

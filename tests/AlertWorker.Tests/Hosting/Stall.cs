namespace AlertWorker.Hosting;

/// <summary>How long the machine kept a thread waiting that had nothing else to do than to look at the clock.</summary>
internal sealed class Stall : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private long _last = TimeProvider.System.GetTimestamp();

    public Stall() => _timer = new Timer(_ => Look(), null, Every, Every);

    public TimeSpan Longest { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            var late = TimeProvider.System.GetElapsedTime(_last) - Every;
            _last = TimeProvider.System.GetTimestamp();
            if (late > Longest)
                Longest = late;
        }
    }
}

namespace AlertWorker.Channels;

/// <summary>What goes wrong again and again in a loop: told once until it changes, and tried again ever more rarely.</summary>
internal sealed class Trouble(TimeProvider time)
{
    private const int MostDoublings = 2;

    private string? _last;
    private int _times;

    /// <summary>To be called with what was met.</summary>
    /// <returns>True when it is something else than last time, and so worth a line in the log.</returns>
    public bool IsNew(Exception e)
    {
        var what = $"{e.GetType().Name}: {e.Message}";
        (var before, _last) = (_last, what);
        return what != before;
    }

    /// <summary>To be called when it went well.</summary>
    /// <returns>True when it had not before.</returns>
    public bool IsOver()
    {
        (var before, _last, _times) = (_last, null, 0);
        return before is not null;
    }

    /// <summary>Waits a second, then two, then four each time; a stop ends the wait.</summary>
    public Task Rest(CancellationToken stopping) =>
        time.Delay(TimeSpan.FromSeconds(1 << Math.Min(_times++, MostDoublings)), stopping)
            .ContinueWith(_ => { }, TaskScheduler.Default);
}

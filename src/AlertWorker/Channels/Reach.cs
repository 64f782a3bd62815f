namespace AlertWorker.Channels;

/// <summary>How many deliveries a channel has in hand: as many as go out within a moment, so that a fast one need not ask often and a slow one lets what is urgent pass.</summary>
/// <param name="least">What it has at least.</param>
internal sealed class Reach(int least, TimeProvider time)
{
    private const int Most = 4096;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly int _least = least;
    private long _last = time.GetTimestamp();

    public int Now { get; private set; } = least;

    /// <summary>A full helping was taken: the one before is gone, sooner or later than it should.</summary>
    public void Took()
    {
        var taken = time.GetElapsedTime(_last);
        _last = time.GetTimestamp();
        if (taken < Short)
            Now = Math.Min(Now * 2, Most);
        else if (taken > Long)
            Now = Math.Max(Now / 2, _least);
    }
}

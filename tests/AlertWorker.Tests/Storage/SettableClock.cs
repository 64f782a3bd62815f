namespace AlertWorker.Storage;

/// <summary>The clock of a machine: it can be set, while what passes passes. By itself it goes with real time.</summary>
internal sealed class SettableClock : TimeProvider
{
    private readonly DateTimeOffset? _frozen;
    private TimeSpan _set;
    private TimeSpan _passed;

    /// <param name="frozen">Where it stands still until told; null to go with real time.</param>
    public SettableClock(DateTimeOffset? frozen = null) => _frozen = frozen;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Set(DateTimeOffset time) => Step(time - GetUtcNow());

    /// <summary>Sets it forward, or back.</summary>
    public void Step(TimeSpan by) => _set += by;

    public void Pass(TimeSpan time) => _passed += time;

    public override DateTimeOffset GetUtcNow() => (_frozen ?? System.GetUtcNow()) + _set + _passed;

    public override long GetTimestamp() =>
        _passed.Ticks + (_frozen is null ? System.GetElapsedTime(0, System.GetTimestamp()).Ticks : 0);
}

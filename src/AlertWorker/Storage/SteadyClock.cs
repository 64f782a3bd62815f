namespace AlertWorker.Storage;

/// <summary>
/// A clock that never jumps, for whatever paces itself: polls, budgets, pauses. When the clock it follows is set forward or back, it walks
/// after it at a tenth of its speed; until then an interval takes a tenth more or less, and nothing stands still for an hour or comes at once.
/// </summary>
/// <param name="wall">The clock of the machine.</param>
public sealed class SteadyClock(TimeProvider wall) : TimeProvider
{
    private const int Pace = 10;

    private readonly Lock _lock = new();
    private DateTimeOffset _now = wall.GetUtcNow();
    private long _at = wall.GetTimestamp();
    private (DateTimeOffset Time, long At)? _followed;

    /// <summary>The clock of the machine, for the time of day.</summary>
    public TimeProvider Wall => wall;

    public override long TimestampFrequency => wall.TimestampFrequency;

    /// <summary>Follows another clock from now on: in a cluster that of the database, which all nodes see.</summary>
    /// <param name="time">What it says, UTC.</param>
    public void Follow(DateTimeOffset time)
    {
        lock (_lock)
        {
            // The first time is taken as it is: nothing has been paced yet.
            if (_followed is null)
                (_now, _at) = (time, wall.GetTimestamp());
            _followed = (time, wall.GetTimestamp());
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            var at = wall.GetTimestamp();
            var passed = wall.GetElapsedTime(_at, at);
            var right = _followed is var (time, then) ? time + wall.GetElapsedTime(then, at) : wall.GetUtcNow();
            var most = passed / Pace;
            var behind = right - (_now + passed);
            var step =
                behind > most ? most
                : behind < -most ? -most
                : behind;
            (_now, _at) = (_now + passed + step, at);
            return _now;
        }
    }

    public override long GetTimestamp() => wall.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wall.CreateTimer(callback, state, dueTime, period);
}

namespace AlertWorker.Channels;

/// <summary>Gives out turns at a steady pace, urgent ones first; a pause sends everybody away with the time left.</summary>
public sealed class Pacer(TimeSpan spacing, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource<TimeSpan>, (int Rank, long Order)> _waiting = new();
    private DateTimeOffset _next;
    private DateTimeOffset _pausedUntil;
    private long _order;
    private bool _running;

    /// <summary>What is left of a pause; zero when there is none.</summary>
    public TimeSpan PauseLeft
    {
        get
        {
            lock (_lock)
                return Left();
        }
    }

    /// <summary>Stops giving turns for a while.</summary>
    public void Pause(TimeSpan length)
    {
        lock (_lock)
            if (time.GetUtcNow() + length is var until && until > _pausedUntil)
                _pausedUntil = until;
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="rank">Lower goes first.</param>
    /// <returns>Zero when it is one's turn; else the length of a pause, and no turn.</returns>
    public async Task<TimeSpan> Turn(int rank, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Left() is var left && left > TimeSpan.Zero)
                return left;
            if (spacing == TimeSpan.Zero)
                return TimeSpan.Zero;
            _waiting.Enqueue(turn, (rank, _order++));
            if (!_running)
            {
                _running = true;
                _ = GiveTurns();
            }
        }
        await using var giveUp = cancellation.UnsafeRegister(_ => turn.TrySetCanceled(cancellation), null);
        return await turn.Task;
    }

    private async Task GiveTurns()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                SendAwayWhenPaused();
                if (_waiting.Count == 0)
                {
                    _running = false;
                    return;
                }
                var now = time.GetUtcNow();
                wait = _next - now;
                if (wait <= TimeSpan.Zero && _waiting.Dequeue().TrySetResult(TimeSpan.Zero))
                    _next = now + spacing;
            }
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time);
        }
    }

    private void SendAwayWhenPaused()
    {
        if (Left() is var left && left > TimeSpan.Zero)
            while (_waiting.TryDequeue(out var turn, out _))
                turn.TrySetResult(left);
    }

    private TimeSpan Left() =>
        _pausedUntil - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}

using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Storage;

/// <summary>Knows whether the store is there: while it is away nothing is polled or sent, and it is told once when it goes and once when it is back.</summary>
public sealed partial class StoreWatch(Database database, TimeProvider time, ILogger<StoreWatch> logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private Absence? _absence;

    /// <summary>What is wrong with the store; null while it can be used.</summary>
    public string? Problem => Volatile.Read(ref _absence)?.Problem;

    /// <summary>To be called with what a reader or writer of the store met.</summary>
    public void Lost(DbException problem)
    {
        lock (_lock)
        {
            if (_absence is not null)
                return;
            var now = time.GetTimestamp();
            _absence = new Absence(problem.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '), Since: now, Looked: now);
        }
        LogLost(database.Dialect.Place, _absence.Problem);
    }

    /// <summary>True when the store can be used. While it cannot, one caller at a time tries it, ever more rarely.</summary>
    public async Task<bool> IsThere(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_absence is null)
                return true;
            if (time.GetElapsedTime(_absence.Looked) < Wait(time.GetElapsedTime(_absence.Since)))
                return false;
            _absence = _absence with { Looked = time.GetTimestamp() };
        }
        try
        {
            await database.Probe(cancellation);
        }
        catch (DbException)
        {
            return false;
        }
        Absence? over;
        lock (_lock)
            (over, _absence) = (_absence, null);
        if (over is not null)
            LogBack(database.Dialect.Place, time.GetElapsedTime(over.Since));
        return true;
    }

    /// <summary>Half of the time it has been away: a blip is over soon, an outage is not.</summary>
    private static TimeSpan Wait(TimeSpan away) =>
        away / 2 < ShortestWait ? ShortestWait
        : away / 2 > LongestWait ? LongestWait
        : away / 2;

    [LoggerMessage(
        LogLevel.Error,
        "The store {Place} cannot be used: {Problem}. Polling and sending pause until it can"
    )]
    private partial void LogLost(string place, string problem);

    [LoggerMessage(LogLevel.Information, "The store {Place} is back after {Time}; polling and sending go on")]
    private partial void LogBack(string place, TimeSpan time);

    /// <param name="Since">When it was first missed, and <paramref name="Looked"/> when it was last looked for, as timestamps.</param>
    private sealed record Absence(string Problem, long Since, long Looked);
}

using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Feeds;

/// <summary>Knows whether the store is there: while it is away nothing is polled, and it is told once when it goes and once when it is back.</summary>
public sealed partial class StoreWatch(Database database, TimeProvider clock, ILogger<StoreWatch> logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);
    private long _lostAt;
    private long _lookedAt;

    /// <summary>To be called with what a reader or writer of the store met.</summary>
    public void Lost(DbException problem)
    {
        if (Interlocked.CompareExchange(ref _lostAt, clock.GetUtcNow().UtcTicks, 0) == 0)
            LogLost(database.Dialect.Place, problem.Message.ReplaceLineEndings(" "));
    }

    /// <summary>True when the store can be used. While it cannot, it is tried every few seconds.</summary>
    public async Task<bool> IsThere(CancellationToken cancellation)
    {
        var lost = Interlocked.Read(ref _lostAt);
        if (lost == 0)
            return true;
        var looked = Interlocked.Read(ref _lookedAt);
        var now = clock.GetUtcNow();
        if (
            now.UtcTicks - looked < Glance.Ticks
            || Interlocked.CompareExchange(ref _lookedAt, now.UtcTicks, looked) != looked
        )
            return false;
        try
        {
            await database.Probe(cancellation);
        }
        catch (DbException)
        {
            return false;
        }
        if (Interlocked.Exchange(ref _lostAt, 0) != 0)
            LogBack(database.Dialect.Place, now - new DateTimeOffset(lost, TimeSpan.Zero));
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The store {Place} cannot be used: {Problem}. Polling pauses until it can")]
    private partial void LogLost(string place, string problem);

    [LoggerMessage(LogLevel.Information, "The store {Place} is back after {Time}; polling goes on")]
    private partial void LogBack(string place, TimeSpan time);
}

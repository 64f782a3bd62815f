using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>A time in which only this node may do something.</summary>
/// <param name="name">What is leased.</param>
/// <param name="fence">One more with every change of hands; null where this process owns the whole store.</param>
/// <param name="length">How long it lasts from the moment it was asked for.</param>
/// <param name="asked">That moment, on the clock's monotonic scale and on its wall.</param>
public sealed class Lease(
    string name,
    long? fence,
    TimeSpan length,
    (long At, DateTimeOffset Wall) asked,
    TimeProvider time
)
{
    /// <summary>
    /// True when somebody else may have it by now: nothing more may be begun under it. A wall clock can be set back, and the monotonic one
    /// stands still while a machine is suspended: either of them ends it.
    /// </summary>
    public bool IsOver =>
        fence is not null && (time.GetElapsedTime(asked.At) >= length || time.GetUtcNow() - asked.Wall >= length);

    /// <summary>Makes a transaction depend on the lease: it cannot be committed once somebody else has taken over.</summary>
    /// <exception cref="LeaseLostException">Somebody else has.</exception>
    public async Task Guard(DbTransaction transaction)
    {
        if (fence is null)
            return;
        // The lock keeps others from taking over between this look and the commit.
        var held = await transaction.Connection!.QueryAsync<long>(
            "select fence from lease where name = @name and fence = @fence for share",
            new { name, fence },
            transaction
        );
        if (!held.Any())
            throw new LeaseLostException($"Another node has taken over {name}.");
    }
}

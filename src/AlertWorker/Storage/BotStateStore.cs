using Dapper;

namespace AlertWorker.Storage;

/// <summary>Small things that outlive a restart.</summary>
public sealed class BotStateStore(Database database, TimeProvider time)
{
    /// <summary>A stored value and when it was stored, UTC; null when there is none.</summary>
    public async Task<(string Value, DateTimeOffset At)?> Find(string key, CancellationToken cancellation = default) =>
        await database.Query<(string Value, long At)>(
            "select value, until from bot_state where key = @key",
            new { key },
            cancellation
        )
            is [var (value, at)]
            ? (value, DateTimeOffset.FromUnixTimeMilliseconds(at))
            : null;

    /// <summary>Stores a value.</summary>
    /// <param name="under">The lease it may only be stored under; null for what any node may store.</param>
    /// <exception cref="LeaseLostException">Another node has the lease by now.</exception>
    public Task Save(string key, string value, Lease? under = null, CancellationToken cancellation = default) =>
        database.Write(
            async transaction =>
            {
                if (under is not null)
                    await under.Guard(transaction);
                await transaction.Connection!.ExecuteAsync(
                    """
                    insert into bot_state (key, value, until) values (@key, @value, @now)
                    on conflict (key) do update set value = excluded.value, until = excluded.until
                    """,
                    new
                    {
                        key,
                        value,
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                );
            },
            cancellation
        );
}

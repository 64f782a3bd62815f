using Dapper;

namespace AlertWorker.Storage;

/// <summary>Small things that outlive a restart, and leases of what only one node of a cluster may do.</summary>
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

    public Task Save(string key, string value, CancellationToken cancellation = default) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
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
                ),
            cancellation
        );

    /// <summary>Takes or keeps what only one node may have.</summary>
    /// <param name="name">What is leased.</param>
    /// <param name="node">Who asks.</param>
    /// <param name="length">How long it is kept without asking again.</param>
    /// <returns>False while another node has it.</returns>
    public async Task<bool> TryHold(string name, string node, TimeSpan length, CancellationToken cancellation = default)
    {
        if (database.Dialect.OneWriter)
            return true; // this process owns the store
        var now = time.GetUtcNow();
        return await database.Write(
                transaction =>
                    transaction.Connection!.ExecuteAsync(
                        """
                        insert into bot_state (key, value, until) values (@name, @node, @until)
                        on conflict (key) do update set value = excluded.value, until = excluded.until
                        where bot_state.value = excluded.value or bot_state.until < @now
                        """,
                        new
                        {
                            name = $"lease:{name}",
                            node,
                            now = now.ToUnixTimeMilliseconds(),
                            until = (now + length).ToUnixTimeMilliseconds(),
                        },
                        transaction
                    ),
                cancellation
            ) == 1;
    }
}

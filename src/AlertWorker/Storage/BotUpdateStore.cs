using Dapper;

namespace AlertWorker.Storage;

/// <summary>Updates of the bot that were answered, by any node.</summary>
public sealed class BotUpdateStore(Database database, TimeProvider time)
{
    /// <summary>After a quiet week Telegram may begin its numbers anew.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(6);

    /// <summary>False for an update that was answered before.</summary>
    /// <param name="update">Its <c>update_id</c>.</param>
    public async Task<bool> IsNew(int update, CancellationToken cancellation = default) =>
        await database.Query<long>("select count(*) from bot_update where id = @update", new { update }, cancellation)
            is [0];

    /// <summary>Notes that an update was answered.</summary>
    public Task Remember(int update, CancellationToken cancellation = default) =>
        database.Write(
            async transaction =>
            {
                var at = time.GetUtcNow().ToUnixTimeMilliseconds();
                await transaction.Connection!.ExecuteAsync(
                    """
                    delete from bot_update where at < @before;
                    insert into bot_update (id, at) values (@update, @at) on conflict (id) do nothing;
                    """,
                    new
                    {
                        update,
                        at,
                        before = at - (long)Kept.TotalMilliseconds,
                    },
                    transaction
                );
            },
            cancellation
        );
}

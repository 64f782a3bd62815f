using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Keeps what is known of feeds over a restart.</summary>
public sealed class FeedStateStore(Database database)
{
    public async Task<IReadOnlyList<FeedState>> All(CancellationToken cancellation = default)
    {
        var rows = await database.Query<string>("select json from feed_state order by feed", null, cancellation);
        return [.. rows.Select(StoreJson.Read<FeedState>)];
    }

    /// <summary>What is known of one feed; null when nothing is.</summary>
    public async Task<FeedState?> Find(string feed, CancellationToken cancellation = default) =>
        await database.Query<string>("select json from feed_state where feed = @feed", new { feed }, cancellation)
            is [var json]
            ? StoreJson.Read<FeedState>(json)
            : null;

    public static Task Save(DbTransaction transaction, IEnumerable<FeedState> states, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into feed_state (feed, at, json) values (@Feed, @At, @Json)
            on conflict (feed) do update set at = excluded.at, json = excluded.json
            """,
            states.Select(state => new
            {
                state.Feed,
                At = now.ToUnixTimeMilliseconds(),
                Json = StoreJson.Write(state),
            }),
            transaction
        );
}

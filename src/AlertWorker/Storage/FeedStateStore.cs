using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Keeps what is known of feeds over a restart, and for the other nodes of a cluster.</summary>
public sealed class FeedStateStore(Database database)
{
    private const string Columns = "select json, version from feed_state";

    public async Task<IReadOnlyList<FeedState>> All(CancellationToken cancellation = default) =>
        [
            .. (
                await database.Query<(string Json, long Version)>($"{Columns} order by feed", null, cancellation)
            ).Select(Read),
        ];

    /// <summary>What is known of one feed; null when nothing is.</summary>
    public async Task<FeedState?> Find(string feed, CancellationToken cancellation = default) =>
        await database.Query<(string Json, long Version)>($"{Columns} where feed = @feed", new { feed }, cancellation)
            is [var row]
            ? Read(row)
            : null;

    /// <summary>Writes states, but for those that another node has written since they were read.</summary>
    /// <returns>How many were written.</returns>
    public static Task<int> Save(DbTransaction transaction, IEnumerable<FeedState> states, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into feed_state (feed, at, json, version) values (@Feed, @At, @Json, 1)
            on conflict (feed) do update set at = excluded.at, json = excluded.json, version = feed_state.version + 1
            where feed_state.version = coalesce(@Version, feed_state.version)
            """,
            states.Select(state => new
            {
                state.Feed,
                At = now.ToUnixTimeMilliseconds(),
                Json = StoreJson.Write(state),
                state.Version,
            }),
            transaction
        );

    private FeedState Read((string Json, long Version) row) =>
        StoreJson.Read<FeedState>(row.Json) with
        {
            Version = database.Dialect.OneWriter ? null : row.Version,
        };
}

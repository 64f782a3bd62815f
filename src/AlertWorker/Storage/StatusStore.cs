using System.Data.Common;
using AlertWorker.Crossings;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The current status of every crossing.</summary>
public sealed class StatusStore(Database database)
{
    private const string Version = "book";

    // One advisory lock for the whole book: folding is serial, on every node of a cluster.
    private const long FoldLock = 0x414C_5754_0001;

    private volatile Known? _known;

    /// <summary>The book as last committed, without waiting for anybody who is folding.</summary>
    public async Task<CrossingBook> Book(CancellationToken cancellation = default)
    {
        await using var connection = await database.Connect(cancellation);
        return await Book(connection, transaction: null);
    }

    /// <summary>The book to fold on: nobody else folds until the transaction ends.</summary>
    public async Task<CrossingBook> BookToFold(DbTransaction transaction)
    {
        if (database.Dialect.ExclusiveUntilCommit(FoldLock) is { } sql)
            await transaction.Connection!.ExecuteAsync(sql, transaction: transaction);
        return await Book(transaction.Connection!, transaction);
    }

    /// <summary>Stores statuses that changed.</summary>
    public static async Task Save(DbTransaction transaction, IEnumerable<CrossingStatus> changed, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        await transaction.Connection!.ExecuteAsync(
            """
            insert into crossing_status (crossing, at, json) values (@Crossing, @At, @Json)
            on conflict (crossing) do update set at = excluded.at, json = excluded.json
            """,
            changed.Select(status => new
            {
                status.Crossing,
                At = at,
                Json = StatusJson.Write(status),
            }),
            transaction
        );
        await transaction.Connection!.ExecuteAsync(
            """
            insert into meta (key, value) values (@Version, @Value)
            on conflict (key) do update set value = excluded.value
            """,
            new { Version, Value = Guid.CreateVersion7(now).ToString() },
            transaction
        );
    }

    private async Task<CrossingBook> Book(DbConnection connection, DbTransaction? transaction)
    {
        // The version is read before the rows: at worst they are newer than it says, and are read once more.
        var version =
            await connection.ExecuteScalarAsync<string>(
                "select value from meta where key = @Version",
                new { Version },
                transaction
            ) ?? "";
        if (_known is { } known && known.Version == version)
            return known.Book;
        var rows = await connection.QueryAsync<string>("select json from crossing_status", transaction: transaction);
        var book = CrossingBook.Empty.With(rows.Select(StatusJson.Read));
        _known = new Known(version, book);
        return book;
    }

    private sealed record Known(string Version, CrossingBook Book);
}

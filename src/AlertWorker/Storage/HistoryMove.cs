using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Moves a whole history from one store into another, empty one. What was interrupted goes on where it stopped.</summary>
/// <param name="from">Nobody works on it meanwhile. It is only read, but for an id it is given.</param>
/// <param name="to">Empty, or the target of an earlier, interrupted move from the same store.</param>
/// <param name="tell">Told of every page.</param>
public sealed class HistoryMove(Database from, Database to, Action<MoveStep> tell)
{
    private const string StoreId = "store";

    /// <summary>Moves everything that is not there yet, and counts.</summary>
    /// <returns>Rows in both stores.</returns>
    /// <exception cref="StoreException">The target holds something else, a store went away, or the counts differ.</exception>
    public async Task<long> Run(CancellationToken cancellation)
    {
        try
        {
            var mark = await Begin(await IdOf(from, cancellation), cancellation);
            if (mark.Done)
                return await Verify(cancellation);
            var at = mark.Table ?? StoreTable.All[0].Name;
            foreach (var table in StoreTable.All.SkipWhile(table => table.Name != at))
                mark = await Move(table, mark, cancellation);
            var rows = await Verify(cancellation);
            await to.Write(
                transaction => TableMove.Replace(transaction, mark, new(mark.Source, null, [], Done: true)),
                cancellation
            );
            return rows;
        }
        catch (DbException e)
        {
            throw new StoreException(
                $"The move stopped: {e.Message.ReplaceLineEndings(" ")}. Run the same command again, and it goes on where it stopped.",
                e
            );
        }
    }

    /// <summary>A worker must not start on half a history.</summary>
    /// <exception cref="StoreException">A move into this store has begun and not ended.</exception>
    public static async Task RefuseHalf(Database database, CancellationToken cancellation)
    {
        if (await MarkOf(database, cancellation) is { Done: false })
            throw new StoreException(
                $"{database.Dialect.Place} holds half of a history: AlertWorker migrate was interrupted. Run it again first."
            );
    }

    /// <summary>A store that others write into cannot be moved.</summary>
    /// <exception cref="StoreException">A worker runs on it, here or on another machine.</exception>
    public static async Task RefuseWorkers(Database database, CancellationToken cancellation)
    {
        if (
            database.Dialect.CountWorkers is { } sql
            && (await database.Query<long>(sql, null, cancellation))[0] is > 0 and var sessions
        )
            throw new StoreException(
                $"{database.Dialect.Place} is in use by a running AlertWorker ({sessions} sessions). Stop every worker on it first."
            );
    }

    private async Task<MoveMark> Move(StoreTable table, MoveMark mark, CancellationToken cancellation)
    {
        var all = await Count(from, table, cancellation);
        var rows = mark.Table == table.Name ? await Count(to, table, cancellation) : 0;
        tell(new MoveStep(table.Name, rows, all));
        return await new TableMove(table, from, to).Run(
            mark,
            more =>
            {
                rows += more;
                tell(new MoveStep(table.Name, rows, all));
            },
            cancellation
        );
    }

    private async Task<MoveMark> Begin(string source, CancellationToken cancellation)
    {
        var known = await MarkOf(to, cancellation);
        if (known?.Source == source)
            return known;
        if (known is { Done: false })
            throw new StoreException(
                $"{to.Dialect.Place} holds half of a history that came from another store. Move into an empty one."
            );
        var held = new List<string>();
        foreach (var table in StoreTable.All)
            if (await Count(to, table, cancellation) is > 0 and var count)
                held.Add($"{table.Name} {count}");
        if (held.Count > 0)
            throw new StoreException(
                $"{to.Dialect.Place} holds other data already ({string.Join(", ", held)} rows). Move into an empty store."
            );
        var mark = new MoveMark(source, null, []);
        await to.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    "insert into meta (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
                    new { key = MoveMark.Key, value = StoreJson.Write(mark) },
                    transaction
                ),
            cancellation
        );
        return mark;
    }

    private async Task<long> Verify(CancellationToken cancellation)
    {
        var total = 0L;
        var different = new List<string>();
        foreach (var table in StoreTable.All)
        {
            var (there, here) = (await Count(from, table, cancellation), await Count(to, table, cancellation));
            total += there;
            if (there != here)
                different.Add($"{table.Name} {there} and {here}");
        }
        return different.Count == 0
            ? total
            : throw new StoreException(
                $"{from.Dialect.Place} and {to.Dialect.Place} do not hold the same number of rows: {string.Join(", ", different)}. "
                    + "A worker has written into one of them since; stop it, and move into an empty store."
            );
    }

    /// <summary>An id of the store's own, so that a move is only ever continued from where it began.</summary>
    private static async Task<string> IdOf(Database database, CancellationToken cancellation)
    {
        const string Read = "select value from meta where key = @key";
        if (await database.Query<string>(Read, new { key = StoreId }, cancellation) is [var known])
            return known;
        var id = Guid.NewGuid().ToString("N");
        await database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    "insert into meta (key, value) values (@key, @id)",
                    new { key = StoreId, id },
                    transaction
                ),
            cancellation
        );
        return id;
    }

    private static async Task<MoveMark?> MarkOf(Database database, CancellationToken cancellation) =>
        await database.Query<string>(
            "select value from meta where key = @key",
            new { key = MoveMark.Key },
            cancellation
        )
            is [var json]
            ? StoreJson.Read<MoveMark>(json)
            : null;

    private static async Task<long> Count(Database database, StoreTable table, CancellationToken cancellation) =>
        (await database.Query<long>(table.Count, null, cancellation))[0];
}

using System.Data.Common;
using System.Globalization;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Moves one table page by page; a page and the mark that it was moved are one transaction.</summary>
internal sealed class TableMove(StoreTable table, Database from, Database to)
{
    private const int RowsPerPage = 1000;

    /// <summary>Moves what comes after the mark.</summary>
    /// <param name="moved">Told the number of rows with each page.</param>
    /// <returns>The mark at the end of the table.</returns>
    /// <exception cref="StoreException">Another move writes into the same store.</exception>
    public async Task<MoveMark> Run(MoveMark mark, Action<int> moved, CancellationToken cancellation)
    {
        while (true)
        {
            var (columns, rows) = await Read(mark, cancellation);
            if (rows.Count == 0)
                return mark;
            var before = mark;
            mark = mark with { Table = table.Name, After = KeyOf(columns, rows[^1]) };
            var wanted = Enumerable
                .Range(0, columns.Count)
                .Where(i => !table.IsNumbered || columns[i] != table.Key[0])
                .ToArray();
            await to.Write(
                async transaction =>
                {
                    await Replace(transaction, before, mark);
                    await RowWriter.Write(
                        transaction,
                        RowWriter.Insert(table.Name, [.. wanted.Select(i => columns[i])]),
                        [.. rows.Select(row => Array.ConvertAll(wanted, i => row[i]))],
                        cancellation
                    );
                },
                cancellation
            );
            moved(rows.Count);
        }
    }

    /// <summary>Sets the mark, unless somebody else has.</summary>
    /// <exception cref="StoreException">Somebody else has.</exception>
    public static async Task Replace(DbTransaction transaction, MoveMark before, MoveMark after)
    {
        var count = await transaction.Connection!.ExecuteAsync(
            "update meta set value = @after where key = @key and value = @before",
            new
            {
                key = MoveMark.Key,
                before = StoreJson.Write(before),
                after = StoreJson.Write(after),
            },
            transaction
        );
        if (count == 0)
            throw new StoreException("Another migrate is writing into the same store. Let it finish, or stop it.");
    }

    private async Task<(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)> Read(
        MoveMark mark,
        CancellationToken cancellation
    )
    {
        var after = mark.Table == table.Name ? mark.After : [];
        var parameters = new DynamicParameters(new { limit = RowsPerPage });
        for (var i = 0; i < after.Count; i++)
            parameters.Add(
                $"after{i}",
                table.IsNumbered ? long.Parse(after[i], CultureInfo.InvariantCulture) : after[i]
            );

        await using var connection = await from.Connect(cancellation);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(table.Page(after.Count > 0), parameters, cancellationToken: cancellation)
        );
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object?[columns.Count];
            reader.GetValues(row!);
            rows.Add(row);
        }
        return (columns, rows);
    }

    private string[] KeyOf(IReadOnlyList<string> columns, object?[] row) =>
        [
            .. table.Key.Select(key =>
                Convert.ToString(row[columns.ToList().IndexOf(key)], CultureInfo.InvariantCulture)!
            ),
        ];
}

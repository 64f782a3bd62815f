using System.Data.Common;

namespace AlertWorker.Storage;

/// <summary>Runs one statement for each of many rows: prepared once where there are no round trips, many in one round trip where there are.</summary>
internal static class RowWriter
{
    private const int RowsAtOnce = 200;

    /// <summary>Runs the statement for every row, in order.</summary>
    /// <param name="sql">Calls the values of a row <c>@p0</c>, <c>@p1</c> …</param>
    /// <param name="rows">As many values each.</param>
    public static async Task Write(
        DbTransaction transaction,
        string sql,
        IReadOnlyList<object?[]> rows,
        CancellationToken cancellation = default
    )
    {
        if (transaction.Connection!.CanCreateBatch)
            foreach (var chunk in rows.Chunk(RowsAtOnce))
                await Batch(transaction, sql, chunk, cancellation);
        else if (rows.Count > 0)
            await Repeat(transaction, sql, rows, cancellation);
    }

    /// <summary>An insert for <see cref="Write"/>.</summary>
    public static string Insert(string table, params IReadOnlyList<string> columns) =>
        $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";

    private static async Task Batch(
        DbTransaction transaction,
        string sql,
        object?[][] rows,
        CancellationToken cancellation
    )
    {
        await using var batch = transaction.Connection!.CreateBatch();
        batch.Transaction = transaction;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            for (var i = 0; i < row.Length; i++)
                command.Parameters.Add(Parameter(command.CreateParameter(), i, row[i]));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Repeat(
        DbTransaction transaction,
        string sql,
        IReadOnlyList<object?[]> rows,
        CancellationToken cancellation
    )
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < rows[0].Length; i++)
            command.Parameters.Add(Parameter(command.CreateParameter(), i, null));
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = Plain(row[i]);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static DbParameter Parameter(DbParameter parameter, int number, object? value)
    {
        // With its sign: without one SQLite's provider tries every sign there is, for every value of every row.
        parameter.ParameterName = $"@p{number}";
        parameter.Value = Plain(value);
        return parameter;
    }

    /// <summary>PostgreSQL knows no text with NUL in it, SQLite does.</summary>
    private static object Plain(object? value) =>
        value switch
        {
            null => DBNull.Value,
            string text when text.Contains('\0', StringComparison.Ordinal) => text.Replace(
                "\0",
                "",
                StringComparison.Ordinal
            ),
            _ => value,
        };
}

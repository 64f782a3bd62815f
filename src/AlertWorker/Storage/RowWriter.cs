using System.Data.Common;

namespace AlertWorker.Storage;

/// <summary>Writes rows into a table, some with each statement.</summary>
internal static class RowWriter
{
    /// <summary>Enough to save most of the round trips, and far below both engines' limits on parameters.</summary>
    private const int RowsAtOnce = 25;

    public static async Task Write(
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<object?[]> rows,
        CancellationToken cancellation
    )
    {
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            var values = chunk.Length * columns.Count;
            if (command?.Parameters.Count != values)
            {
                if (command is not null)
                    await command.DisposeAsync();
                command = Insert(transaction, table, columns, chunk.Length);
            }
            for (var i = 0; i < values; i++)
                command.Parameters[i].Value = Plain(chunk[i / columns.Count][i % columns.Count]);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        if (command is not null)
            await command.DisposeAsync();
    }

    private static DbCommand Insert(DbTransaction transaction, string table, IReadOnlyList<string> columns, int rows)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var places = new List<string>(rows);
        for (var row = 0; row < rows; row++)
            places.Add(
                $"({string.Join(", ", columns.Select((_, i) => Parameter(command, (row * columns.Count) + i)))})"
            );
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", places)}";
        return command;
    }

    private static string Parameter(DbCommand command, int number)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"p{number}";
        command.Parameters.Add(parameter);
        return $"@p{number}";
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

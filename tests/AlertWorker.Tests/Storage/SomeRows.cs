using System.Globalization;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Rows for any table, by the names and types of its columns; texts that sort differently in different places.</summary>
internal static class SomeRows
{
    /// <param name="numbered">The column the engine fills by itself; null for none.</param>
    public static async Task Add(ISqlDialect store, string table, int count, string? numbered)
    {
        await using var connection = await store.Connect(CancellationToken.None);
        await using var reader = await connection.ExecuteReaderAsync($"select * from {table}");
        var columns = Enumerable
            .Range(0, reader.FieldCount)
            .Select(i => (Name: reader.GetName(i), IsNumber: reader.GetFieldType(i) == typeof(long)))
            .Where(column => column.Name != numbered)
            .ToList();
        await reader.DisposeAsync();
        var rows = Enumerable
            .Range(0, count)
            .Select(row => columns.Select(c => c.IsNumber ? row : (object?)Text(row)).ToArray());
        await using var transaction = await connection.BeginTransactionAsync();
        await RowWriter.Write(transaction, table, [.. columns.Select(c => c.Name)], [.. rows], CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Every row as text, column by column in the order of their names, sorted.</summary>
    /// <param name="columns">The columns to look at; null for all.</param>
    public static async Task<IReadOnlyList<string>> Read(
        ISqlDialect store,
        string table,
        IReadOnlyCollection<string>? columns = null
    )
    {
        await using var connection = await store.Connect(CancellationToken.None);
        var rows = await connection.QueryAsync($"select * from {table}");
        return
        [
            .. rows.Cast<IDictionary<string, object?>>()
                .Select(row =>
                    string.Join(
                        '|',
                        row.Where(c => columns?.Contains(c.Key) ?? true)
                            .OrderBy(c => c.Key, StringComparer.Ordinal)
                            .Select(c => $"{c.Key}={c.Value}")
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Text(int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{"aBä_طZ"[row % 6]}-{row} “quoted” 🚧");
}

using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Which addresses have moved or are retired.</summary>
internal sealed class AddressBook
{
    private readonly Dictionary<string, (string? Reason, string? MovedTo)> _rows;

    private AddressBook(Dictionary<string, (string? Reason, string? MovedTo)> rows) => _rows = rows;

    public static async Task<AddressBook> Read(DbConnection connection, DbTransaction? transaction = null) =>
        new(
            (
                await connection.QueryAsync<(string Address, string? Reason, string? MovedTo)>(
                    """
                    select address, case when retired is null then null else coalesce(reason, 'retired') end, moved_to
                    from address where retired is not null or moved_to is not null
                    """,
                    transaction: transaction
                )
            ).ToDictionary(row => row.Address, row => (row.Reason, row.MovedTo), StringComparer.Ordinal)
        );

    /// <summary>Where messages to this address go now.</summary>
    public string Current(string address)
    {
        for (var hops = 0; hops < 5 && _rows.TryGetValue(address, out var row) && row.MovedTo is { } next; hops++)
            address = next;
        return address;
    }

    /// <summary>Why nothing is sent to this address any more; null when it is in use.</summary>
    public string? RetiredBecause(string address) => _rows.GetValueOrDefault(address).Reason;
}

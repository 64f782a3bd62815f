using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>SQLite on a disk with no room for another megabyte.</summary>
/// <param name="full">True while there is no room.</param>
internal sealed class NarrowDialect(ISqlDialect inner, Func<bool> full) : MortalDialect(inner, () => true)
{
    public override async Task<DbConnection> Connect(CancellationToken cancellation)
    {
        var connection = await base.Connect(cancellation);
        var pages = full() ? "1 + (select page_count from pragma_page_count)" : "4000000000";
        var most = await connection.ExecuteScalarAsync<long>($"select {pages}");
        await connection.ExecuteAsync($"pragma max_page_count = {most}");
        return connection;
    }
}

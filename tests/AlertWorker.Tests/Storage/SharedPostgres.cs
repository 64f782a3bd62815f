using AlertWorker.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace AlertWorker.Storage;

/// <summary>The PostgreSQL of the whole test run: started when the first test asks, stopped with the last.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static PostgresServer? _server;

    /// <inheritdoc cref="PostgresServer.NewDatabase"/>
    public static async Task<string> NewDatabase(string? like = null)
    {
        await Starting.WaitAsync();
        try
        {
            _server ??= await PostgresServer.Start();
        }
        finally
        {
            Starting.Release();
        }
        return await _server.NewDatabase(like);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
    }
}

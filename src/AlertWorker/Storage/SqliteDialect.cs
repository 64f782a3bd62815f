using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace AlertWorker.Storage;

/// <summary>One file on this machine: write-ahead log, one writer, one process.</summary>
/// <param name="file">Path of the data file; its folder is made when missing.</param>
public sealed class SqliteDialect(string file) : ISqlDialect
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 10,
    }.ToString();

    public string Name => "sqlite";

    public string Place => file;

    public bool OneWriter => true;

    public string Identity => "integer primary key autoincrement";

    public string SkipLocked => "";

    public string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    public string? ExclusiveUntilCommit(long name) => null;

    public IDisposable Own()
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreException(
                $"{file} is in use by another AlertWorker. Stop that one, or give this one its own DataDirectory.",
                e
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"{file} cannot be written: {e.Message}", e);
        }
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqliteDatabase(_connectionString);

    public async Task<DbConnection> Connect(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var pragmas = connection.CreateCommand();
            // synchronous=full: what was committed is there after a power cut, not only after a crash.
            pragmas.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=10000;";
            await pragmas.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}

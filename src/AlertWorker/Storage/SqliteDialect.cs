using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace AlertWorker.Storage;

/// <summary>One file on this machine: write-ahead log, one writer, one process.</summary>
/// <param name="file">Path of the data file; its folder is made when missing.</param>
public sealed class SqliteDialect(string file) : ISqlDialect
{
    /// <summary>How the systems say that another process has a file: EAGAIN on Linux and on macOS, a sharing violation on Windows.</summary>
    private static readonly int[] IsTaken = [11, 35, unchecked((int)0x80070020)];

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

    public string Now(string parameter) => $"@{parameter}";

    public string AnyOf(string column, string parameter) => $"{column} in @{parameter}";

    public string? ExclusiveUntilCommit(long name) => null;

    /// <summary>Statistics for the planner, and a log that has grown in a storm is cut.</summary>
    public string Upkeep => "pragma optimize; pragma wal_checkpoint(truncate);";

    public IDisposable Own()
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsTaken.Contains(e.HResult))
        {
            throw new StoreException(
                $"{file} is in use by another AlertWorker. Stop that one, or give this one its own DataDirectory.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
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
            // A page that is written again and again is copied out of the log once in 16 MB of it, not once in 4.
            pragmas.CommandText =
                "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=10000; pragma wal_autocheckpoint=4000;";
            await pragmas.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Copies the store as it is at this moment into another file, while a worker goes on writing (SQLite's online backup).</summary>
    /// <param name="to">A file that does not exist yet; it appears once it is whole.</param>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="StoreException">There is no store, the file exists, or cannot be written.</exception>
    public async Task<long> Backup(string to, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new StoreException($"There is no store at {Path.GetFullPath(file)}.");
        if (File.Exists(to))
            throw new StoreException($"{to} exists already and is left as it is. Name a new file.");
        var part = to + ".part";
        try
        {
            File.Delete(part);
            await using (var source = (SqliteConnection)await Connect(cancellation))
            await using (var target = new SqliteConnection($"Data Source={part};Pooling=False"))
            {
                await target.OpenAsync(cancellation);
                source.BackupDatabase(target);
                await using var check = target.CreateCommand();
                // One file: a log beside it would have to be copied along.
                check.CommandText = "pragma journal_mode=delete; pragma quick_check;";
                if (await LastWord(check, cancellation) is not "ok" and var problem)
                    throw new StoreException($"{file} is damaged: {problem}");
            }
            File.Move(part, to);
            return new FileInfo(to).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            throw new StoreException($"{to} could not be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>The last row of the last statement.</summary>
    private static async Task<string> LastWord(SqliteCommand command, CancellationToken cancellation)
    {
        var word = "";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        do while (await reader.ReadAsync(cancellation))
            word = reader.GetString(0);
        while (await reader.NextResultAsync(cancellation));
        return word;
    }
}

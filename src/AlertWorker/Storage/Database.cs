using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The store: opens connections, and runs what belongs together in one transaction.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>On a disk that is nearly full something small still fits, and what is worth storing does not.</summary>
    private const int ProbeSize = 256 * 1024;

    private readonly SemaphoreSlim? _writer;
    private readonly IDisposable? _ownership;
    private long _commits;

    private Database(ISqlDialect dialect, IDisposable? ownership)
    {
        Dialect = dialect;
        _ownership = ownership;
        _writer = dialect.OneWriter ? new SemaphoreSlim(1) : null;
    }

    public ISqlDialect Dialect { get; }

    /// <summary>Transactions committed since the start: an unchanged feed must cost none.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Takes the store for a worker and brings its schema up to date.</summary>
    /// <exception cref="StoreException">In use by another process, newer than this program, out of reach, or not to be written.</exception>
    public static Task<Database> Open(ISqlDialect dialect, CancellationToken cancellation = default) =>
        Open(dialect, dialect.Own(), writes: true, cancellation);

    /// <summary>Opens the store beside a running worker, for a command that looks at it or changes single rows.</summary>
    /// <exception cref="StoreException">Newer than this program, or out of reach.</exception>
    public static Task<Database> OpenBeside(ISqlDialect dialect, CancellationToken cancellation = default) =>
        Open(dialect, ownership: null, writes: false, cancellation);

    /// <summary>An open connection for reading; dispose it.</summary>
    public Task<DbConnection> Connect(CancellationToken cancellation = default) => Dialect.Connect(cancellation);

    /// <summary>Finds out whether the store can be read and written, by writing as much as a poll may and taking it back.</summary>
    /// <exception cref="DbException">It cannot.</exception>
    public Task Probe(CancellationToken cancellation = default) => Probe(ProbeSize, cancellation);

    private Task<int> Probe(int size, CancellationToken cancellation) =>
        Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    """
                    insert into meta (key, value) values ('probe', @much) on conflict (key) do update set value = excluded.value;
                    delete from meta where key = 'probe';
                    """,
                    new { much = new string('x', size) },
                    transaction
                ),
            cancellation
        );

    /// <summary>Rows of one query.</summary>
    /// <param name="sql">A text of the code's own.</param>
    /// <param name="with">Whatever comes from outside of the code, as parameters.</param>
    public async Task<IReadOnlyList<T>> Query<T>(
        string sql,
        object? with = null,
        CancellationToken cancellation = default
    )
    {
        await using var connection = await Connect(cancellation);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, with, cancellationToken: cancellation))];
    }

    /// <summary>Runs the work in one transaction: all of it is stored, or nothing.</summary>
    public async Task<T> Write<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation = default)
    {
        if (_writer is not null)
            await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await Connect(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await work(transaction);
            await transaction.CommitAsync(cancellation);
            Interlocked.Increment(ref _commits);
            return result;
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<DbTransaction, Task> work, CancellationToken cancellation = default) =>
        Write(
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellation
        );

    public async ValueTask DisposeAsync()
    {
        await Dialect.DisposeAsync();
        _writer?.Dispose();
        _ownership?.Dispose();
    }

    private static async Task<Database> Open(
        ISqlDialect dialect,
        IDisposable? ownership,
        bool writes,
        CancellationToken cancellation
    )
    {
        var database = new Database(dialect, ownership);
        try
        {
            await using (await database.Connect(cancellation)) { }
            SchemaUpgrade.Run(dialect);
            if (writes)
                await database.Probe(size: 1, cancellation);
            database._commits = 0;
            return database;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await database.DisposeAsync();
            throw e as StoreException ?? new StoreException($"{dialect.Place} cannot be opened: {e.Message}", e);
        }
    }
}

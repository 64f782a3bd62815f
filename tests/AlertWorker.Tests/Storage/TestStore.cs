using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Storage;

/// <summary>An empty store of its own for one test, on either engine.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>Stores with their schema and nothing else, to be copied: most tests want one, and making it takes longer than they do.</summary>
    private static readonly Lazy<Task<byte[]>> EmptyFile = new(MakeFile);
    private static readonly Lazy<Task<string>> EmptyDatabase = new(MakeDatabase);

    private readonly string _folder = Directory.CreateTempSubdirectory("alertworker-store-").FullName;
    private readonly string? _connectionString;

    private TestStore(string? connectionString)
    {
        _connectionString = connectionString;
    }

    /// <summary>The engines every storage test runs on.</summary>
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    public Database Database { get; private set; } = null!;

    /// <summary>Of a store on PostgreSQL; null on SQLite.</summary>
    public string? ConnectionString => _connectionString;

    public string File => Path.Combine(_folder, "alertworker.db");

    /// <summary>A place for a store; nothing is in it yet, not even its schema.</summary>
    public static async Task<TestStore> Place(string engine) =>
        new(engine == "postgres" ? await SharedPostgres.NewDatabase() : null);

    public static async Task<TestStore> Open(string engine)
    {
        var store = new TestStore(
            engine == "postgres" ? await SharedPostgres.NewDatabase(like: await EmptyDatabase.Value) : null
        );
        if (engine == "sqlite")
            await System.IO.File.WriteAllBytesAsync(store.File, await EmptyFile.Value);
        await store.Reopen();
        return store;
    }

    public ISqlDialect Dialect() =>
        _connectionString is null ? new SqliteDialect(File) : new PostgresDialect(_connectionString);

    private static async Task<byte[]> MakeFile()
    {
        await using var store = await Place("sqlite");
        await store.Reopen();
        await store.Database.DisposeAsync();
        return await System.IO.File.ReadAllBytesAsync(store.File);
    }

    private static async Task<string> MakeDatabase()
    {
        await using var store = await Place("postgres");
        await store.Reopen();
        await store.Database.DisposeAsync(); // what is copied must have no sessions
        return store._connectionString!;
    }

    /// <summary>Lets go of the store without any farewell and opens it again, as after a crash.</summary>
    public async Task Reopen()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        Database = await Database.Open(Dialect());
    }

    /// <summary>Takes everything out of the open store.</summary>
    public Task Clear() =>
        Database.Write(t =>
            t.Connection!.ExecuteAsync(
                string.Concat(StoreTable.All.Select(table => $"delete from {table.Name};")),
                transaction: t
            )
        );

    /// <summary>Lets time pass. A cluster's leases go by the clock of the database, which cannot be moved: so they are.</summary>
    public async Task Pass(FakeTimeProvider clock, TimeSpan time)
    {
        clock.Advance(time);
        if (_connectionString is not null)
            await Database.Write(t =>
                t.Connection!.ExecuteAsync(
                    """
                    update delivery set lease = lease - @ms where lease > 0;
                    update lease set until = until - @ms;
                    update node set seen = seen - @ms;
                    """,
                    new { ms = (long)time.TotalMilliseconds },
                    t
                )
            );
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
            await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

namespace AlertWorker.Storage;

/// <summary>An empty store of its own for one test, on either engine.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alertworker-store-").FullName;
    private readonly string? _connectionString;

    private TestStore(string? connectionString)
    {
        _connectionString = connectionString;
    }

    /// <summary>The engines every storage test runs on.</summary>
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    public Database Database { get; private set; } = null!;

    public string File => Path.Combine(_folder, "alertworker.db");

    public static async Task<TestStore> Open(string engine)
    {
        var store = new TestStore(engine == "postgres" ? await PostgresServer.NewDatabase() : null);
        store.Database = await Database.Open(store.Dialect());
        return store;
    }

    public ISqlDialect Dialect() =>
        _connectionString is null ? new SqliteDialect(File) : new PostgresDialect(_connectionString);

    /// <summary>Lets go of the store without any farewell and opens it again, as after a crash.</summary>
    public async Task Reopen()
    {
        await Database.DisposeAsync();
        Database = await Database.Open(Dialect());
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

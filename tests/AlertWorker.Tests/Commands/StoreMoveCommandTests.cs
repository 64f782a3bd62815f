using AlertWorker.Hosting;
using AlertWorker.Storage;
using Dapper;

namespace AlertWorker.Commands;

/// <summary><c>backup</c> and <c>migrate</c> as an operator runs them.</summary>
public sealed class StoreMoveCommandTests : IDisposable
{
    private readonly WorkerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.Data, "alertworker.db");

    private string Copy => Path.Combine(_folder.Path, "copy.db");

    [Fact]
    public async Task A_backup_is_made_while_the_store_is_being_written_and_is_a_whole_store()
    {
        await using (var database = await Database.Open(new SqliteDialect(Store), Cancellation))
        {
            await Write(database, 0);
            using var stop = new CancellationTokenSource();
            // SQLite never waits asynchronously: without a thread of its own the writer would not let go.
            var writing = Task.Run(() => WriteOn(database, stop.Token), Cancellation);
            var backup = await Run("backup", Copy);
            await stop.CancelAsync();
            await writing;

            Assert.Equal((0, ""), (backup.Code, backup.Output));
            Assert.Contains($"is copied into {Copy}", backup.Error, StringComparison.Ordinal);
        }
        await using var copy = await Database.Open(new SqliteDialect(Copy), Cancellation);
        Assert.Equal(
            ["0"],
            await copy.Query<string>("select value from meta where key = 'n0'", cancellation: Cancellation)
        );

        var again = await Run("backup", Copy);
        Assert.Equal(1, again.Code);
        Assert.Contains("exists already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_can_be_taken_of_a_worker_at_work_and_opened_as_a_store()
    {
        _folder.Feeds();
        await using var worker = await _folder.Start();

        var backup = await Run("backup", Copy);

        Assert.Equal((0, ""), (backup.Code, backup.Output));
        await using var copy = await Database.Open(new SqliteDialect(Copy), Cancellation);
        Assert.Equal(
            SchemaUpgrade.Scripts.Count,
            (await copy.Query<long>("select count(*) from SchemaVersions", null, Cancellation))[0]
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25_000)]
    public async Task A_move_that_was_killed_goes_on_where_it_stopped_and_counts_in_the_end(int killedAt)
    {
        const int Entries = 60_000;
        await using (var database = await Database.Open(new SqliteDialect(Store), Cancellation))
            await SomeRows.Add(database.Dialect, "entry", Entries, numbered: null);
        await using var target = await TestStore.Open("postgres");
        string[] move = ["migrate", "--from", $"sqlite:{Store}", "--to", $"postgres:{target.ConnectionString}"];
        // Who moves wants the store to himself.
        await target.Database.DisposeAsync();

        await using (var looking = new PostgresDialect(target.ConnectionString!, "a look"))
        using (var killed = new Cli(move))
        {
            await using var beside = await Database.OpenBeside(looking, Cancellation);
            await Eventually.Is(
                async () => (await beside.Query<long>("select count(*) from entry", null, Cancellation))[0] >= killedAt,
                "so many are moved"
            );
            await killed.Kill();
            await Assert.ThrowsAsync<StoreException>(() => HistoryMove.RefuseHalf(beside, Cancellation));
        }
        var again = await Cli.Run("", move);

        Assert.Equal(0, again.Code);
        Assert.Contains($"{Entries + 1:N0} rows, counted in both", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("entry: 0 of", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_postgres_is_left_to_its_own_tool()
    {
        _folder.Environment.Clear();
        var settings = $$"""
            { "AlertWorker": { "Storage": { "Provider": "postgres", "ConnectionString": "Host=127.0.0.1;Port=1;Database=aw" } } }
            """;
        _folder.Write("appsettings.json", settings);

        var backup = await Run("backup", Copy);

        Assert.Equal(1, backup.Code);
        Assert.Contains("use pg_dump", backup.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_goes_to_postgres_and_back()
    {
        await using (var database = await Database.Open(new SqliteDialect(Store), Cancellation))
        {
            await Write(database, 7);
            var busy = await Migrate($"sqlite:{Store}", $"sqlite:{Copy}");
            Assert.Equal(1, busy.Code);
            Assert.Contains("in use by another AlertWorker", busy.Error, StringComparison.Ordinal);
        }
        var connection = await SharedPostgres.NewDatabase();

        var there = await Migrate($"sqlite:{Store}", $"postgres:{connection}");
        var back = await Migrate($"postgres:{connection}", $"sqlite:{Path.Combine(_folder.Path, "back.db")}");

        Assert.Equal((0, ""), (there.Code, there.Output));
        Assert.Contains("meta: 2 of 2\n", there.Error, StringComparison.Ordinal);
        Assert.Contains("2 rows, counted in both", there.Error, StringComparison.Ordinal);
        Assert.Equal(0, back.Code);

        await using var worker = await Database.Open(new PostgresDialect(connection), Cancellation);
        var busyThere = await Migrate($"sqlite:{Store}", $"postgres:{connection}");
        Assert.Equal(1, busyThere.Code);
        Assert.Contains("in use by a running AlertWorker", busyThere.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/alertworker.db", 2, "sqlite:PATH or postgres:CONNECTION")]
    [InlineData("mysql:x", 2, "sqlite:PATH or postgres:CONNECTION")]
    [InlineData("postgres:postgresql://db/x", 2, "Host=db;Database=alerts")]
    [InlineData("sqlite:/no/such/store.db", 1, "There is no store at /no/such/store.db")]
    public async Task A_store_that_cannot_be_meant_is_refused(string from, int code, string told)
    {
        var refused = await Migrate(from, $"sqlite:{Copy}");

        Assert.Equal(code, refused.Code);
        Assert.Contains(told, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Copy));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<int> Write(Database database, int number) =>
        database.Write(
            t =>
                t.Connection!.ExecuteAsync(
                    "insert into meta (key, value) values (@key, @value)",
                    new { key = $"n{number}", value = $"{number}" },
                    t
                ),
            Cancellation
        );

    private static async Task WriteOn(Database database, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
            await Write(database, number);
    }

    private static Task<CliResult> Migrate(string from, string to) =>
        Cli.Run("", "migrate", "--from", from, "--to", to);

    private Task<CliResult> Run(params string[] arguments) => Cli.Run("", [.. arguments, "--config", _folder.Path]);
}

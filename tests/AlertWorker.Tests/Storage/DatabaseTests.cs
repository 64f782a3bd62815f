using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AlertWorker.Storage;

public sealed class DatabaseTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_committed_is_there_after_opening_again(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.Write(
            t => t.Connection!.ExecuteAsync("insert into meta values ('a', 'b')", transaction: t),
            Cancellation
        );
        await store.Reopen();
        Assert.Equal(
            ["b"],
            await store.Database.Query<string>(
                "select value from meta where key = @key",
                new { key = "a" },
                Cancellation
            )
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Work_that_fails_halfway_leaves_nothing(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            store.Database.Write(
                async t =>
                {
                    await t.Connection!.ExecuteAsync("insert into meta values ('a', 'b')", transaction: t);
                    throw new InvalidDataException();
                },
                Cancellation
            )
        );
        Assert.Empty(await store.Database.Query<string>("select value from meta", cancellation: Cancellation));
        Assert.Equal(0, store.Database.Commits);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Many_writers_at_once_all_get_their_turn(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    store.Database.Write(
                        t => t.Connection!.ExecuteAsync("insert into meta values (@key, '')", new { key = $"{i}" }, t),
                        Cancellation
                    )
                )
        );
        Assert.Equal([100L], await store.Database.Query<long>("select count(*) from meta", cancellation: Cancellation));
        Assert.Equal(100, store.Database.Commits);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_store_of_a_newer_program_is_refused_with_a_reason(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.Write(
            t =>
                t.Connection!.ExecuteAsync(
                    engine == "sqlite"
                        ? "insert into SchemaVersions (ScriptName, Applied) values ('AlertWorker.Storage.Schema.9999_future.sql', '2030-01-01')"
                        : "insert into schemaversions (scriptname, applied) values ('AlertWorker.Storage.Schema.9999_future.sql', '2030-01-01')",
                    transaction: t
                ),
            Cancellation
        );
        var refused = await Assert.ThrowsAsync<StoreException>(store.Reopen);
        Assert.Contains("newer AlertWorker", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9999_future", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_operator_asks_of_a_connection_holds_beside_our_own()
    {
        var connection = await SharedPostgres.NewDatabase();
        await using var store = await Database.Open(
            new PostgresDialect($"{connection};Options=-c statement_timeout=54321"),
            Cancellation
        );
        Assert.Equal(["54321ms"], await store.Query<string>("show statement_timeout", cancellation: Cancellation));
        Assert.Equal(["30s"], await store.Query<string>("show lock_timeout", cancellation: Cancellation));
    }

    [Fact]
    public async Task A_second_worker_on_the_same_file_is_refused_but_a_command_may_look()
    {
        await using var store = await TestStore.Open("sqlite");
        var refused = await Assert.ThrowsAsync<StoreException>(() => Database.Open(store.Dialect(), Cancellation));
        Assert.Contains("in use by another AlertWorker", refused.Message, StringComparison.Ordinal);
        await using var beside = await Database.OpenBeside(store.Dialect(), Cancellation);
        Assert.Empty(await beside.Query<string>("select id from alert", cancellation: Cancellation));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_from_one_that_is_taken()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            Database.Open(new SqliteDialect(Path.Combine(file, "alertworker.db")), Cancellation)
        );
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_store_that_can_be_read_and_not_written_is_refused()
    {
        await using var store = await TestStore.Open("sqlite");
        await store.Database.DisposeAsync();
        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            Database.Open(new ReadOnlyDialect(store.Dialect()), Cancellation)
        );
        Assert.Contains("readonly", refused.Message, StringComparison.Ordinal);
        await using var mine = await Database.Open(store.Dialect(), Cancellation); // it was let go of
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_its_name()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(folder, "alertworker.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancellation);
        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            Database.Open(new SqliteDialect(file), Cancellation)
        );
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_sqlite_file_keeps_a_write_ahead_log_and_is_new_enough()
    {
        await using var store = await TestStore.Open("sqlite");
        Assert.Equal(["wal"], await store.Database.Query<string>("pragma journal_mode", cancellation: Cancellation));
        var version = Version.Parse(
            (await store.Database.Query<string>("select sqlite_version()", cancellation: Cancellation))[0]
        );
        Assert.True(version >= new Version(3, 50, 2), $"native SQLite {version} is older than 3.50.2");
    }

    /// <summary>Says no as an engine does to whoever may read and not write.</summary>
    private sealed class ReadOnlyDialect(ISqlDialect inner) : MortalDialect(inner, () => true)
    {
        public override async Task<DbConnection> Connect(CancellationToken cancellation) =>
            WatchedConnection.Of(
                await base.Connect(cancellation),
                command =>
                {
                    if (command?.CommandText.StartsWith("insert", StringComparison.Ordinal) == true)
                        throw new SqliteException("attempt to write a readonly database", 8);
                }
            );
    }
}

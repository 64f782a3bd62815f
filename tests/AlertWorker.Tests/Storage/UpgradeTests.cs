using AlertWorker.House;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>A store of any earlier version is opened by this one with all that is in it.</summary>
public sealed class UpgradeTests
{
    /// <summary>Tables whose ids the engine gives.</summary>
    private static readonly string[] Numbered = ["fold_step", "receipt"];

    /// <summary>Every version there was: each engine with each script as its last.</summary>
    public static TheoryData<string, string> Versions
    {
        get
        {
            var versions = new TheoryData<string, string>();
            foreach (var script in SchemaUpgrade.Scripts)
            {
                versions.Add("sqlite", script);
                versions.Add("postgres", script);
            }
            return versions;
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_store_of_an_earlier_version_is_upgraded_with_all_that_is_in_it(string engine, string script)
    {
        await using var store = await TestStore.Place(engine);
        var dialect = store.Dialect();
        await (await dialect.Connect(CancellationToken.None)).DisposeAsync(); // makes the file
        SchemaUpgrade.Run(dialect, upTo: script);
        var before = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in await Tables(dialect))
        {
            await SomeRows.Add(dialect, table, 20, Numbered.Contains(table) ? "id" : null);
            before[table] = await SomeRows.Read(dialect, table);
        }
        await dialect.DisposeAsync();

        await store.Reopen();

        foreach (var (table, rows) in before)
        {
            var columns = rows[0].Split('|').Select(column => column.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(rows, await SomeRows.Read(store.Database.Dialect, table, columns));
        }
        await using var fresh = await TestStore.Open(engine);
        Assert.Equal(await Tables(fresh.Database.Dialect), await Tables(store.Database.Dialect));
    }

    /// <summary>Rows are moved by the scripts; what is written in them has to be understood as well.</summary>
    [Fact]
    public async Task What_the_first_version_wrote_is_read_with_all_that_it_says()
    {
        await using var store = await TestStore.Place("sqlite");
        await using (var dialect = store.Dialect())
        await using (var file = await dialect.Connect(Cancellation))
            await file.ExecuteAsync(
                await File.ReadAllTextAsync(
                    Repository.Path("tests/AlertWorker.Tests/Corpus/stores/first.sql"),
                    Cancellation
                )
            );

        await store.Reopen();

        var book = await new StatusStore(store.Database).Book(Cancellation);
        Assert.Equal(
            ["chaman-spin-boldak Closed", "torkham Open"],
            book.Statuses.Select(status => $"{status.Crossing} {status.Headline}").Order(StringComparer.Ordinal)
        );
        var alerts = await new AlertStore(store.Database).List(cancellation: Cancellation);
        Assert.Equal(
            ["chaman-spin-boldak Closed", "torkham Reopened", "torkham Closed"],
            alerts.Select(alert => $"{alert.Crossing} {alert.Kind}")
        );
        var deliveries = new DeliveryStore(store.Database, TimeProvider.System);
        foreach (var alert in alerts)
            Assert.Equal(["sent", "sent"], (await deliveries.OfAlert(alert.Id, Cancellation)).Select(d => d.State));
        var ledger = new LedgerStore(store.Database);
        Assert.Equal(["promised"], (await ledger.StepsOfEntry("plan", Cancellation)).Select(step => step.Rule));
        var page = await new LedgerArchive(store.Database).Page("torkham", null, null, null, 10, Cancellation);
        Assert.Equal(["reopened", "first-claim"], page.Select(line => line.Step.Rule));
        var feed = Assert.Single(await new FeedStateStore(store.Database).All(Cancellation));
        Assert.NotNull(feed.FirstRead);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<IReadOnlyList<string>> Tables(ISqlDialect dialect)
    {
        await using var connection = await dialect.Connect(CancellationToken.None);
        var names = await connection.QueryAsync<string>(
            dialect.Name == "sqlite"
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                : "select table_name from information_schema.tables where table_schema = 'public'"
        );
        return
        [
            .. names
                .Where(name => !name.Equals("schemaversions", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
    }
}

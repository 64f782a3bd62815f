using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Storage;

/// <summary>Whatever polls, delivers, asks or forgets finds its rows by an index, so that a year of growth is not felt.</summary>
public sealed class QueryPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Crossings = ["torkham", "chaman-spin-boldak", "kharlachi"];

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task No_large_table_is_read_from_end_to_end(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await GrownStore.Fill(store.Database, 20_000, Crossings, Now);
        await store.Database.DisposeAsync();
        var explaining = new ExplainingDialect(store.Dialect());
        await using (var database = await Database.Open(explaining, Cancellation))
        {
            await Poll(database);
            await Ask(database);
            await Deliver(database, new FakeTimeProvider(Now));
            await new Retention(database).Run(Now.AddDays(300), Cancellation);
        }

        Assert.InRange(explaining.Explained, 25, int.MaxValue);
        Assert.Empty(explaining.Scans);
        // Whether an address is busy is looked up among what waits for it: a planner without statistics is led there by the indexes alone.
        Assert.True(
            engine != "sqlite" || explaining.Plans.Contains("SEARCH o USING INDEX delivery_queue (address=?)"),
            "taking deliveries reads more than the queue of each address"
        );
    }

    private static async Task Poll(Database database)
    {
        var entries = new EntryStore(database);
        await entries.Seen("feed-1", ["a", "b"], ["c", "d"], Cancellation);
        await database.Write(t => EntryStore.Touch(t, ["a", "b"], Now), Cancellation);
        await new FeedStateStore(database).Find("feed-1", Cancellation);
        await new StatusStore(database).Book(Cancellation);
        await new ThreadStore(database).ToldAddresses("incident-1", Cancellation);
    }

    private static async Task Ask(Database database)
    {
        foreach (var id in new[] { "key", "https://news.example/story/7" })
            await new EntryStore(database).Find(id, Cancellation);
        var ledger = new LedgerStore(database);
        await ledger.ClaimsOf("none", Cancellation);
        await ledger.StepsOfEntry("none", Cancellation);
        var archive = new LedgerArchive(database);
        await archive.Page("nowhere", Now.AddDays(-1), Now, null, 100, Cancellation);
        await archive.Page("nowhere", null, null, (Now, 5), 100, Cancellation);
        var alerts = new AlertStore(database);
        await alerts.Find("none", Cancellation);
        var none = Now.AddDays(1);
        await alerts.List(none, "torkham", cancellation: Cancellation);
        foreach (
            var page in new[]
            {
                new AlertPage { Since = none },
                new AlertPage { Since = none, Crossing = "torkham" },
                new AlertPage { Incident = "none" },
                new AlertPage { Since = none, After = (none, "x") },
            }
        )
            await new AlertArchive(database).Page(page, Cancellation);
        var threads = new ThreadStore(database);
        await threads.IncidentsOf("telegram:1", 5, Cancellation);
        await threads.AlertsOf("telegram:1", 5, Cancellation);
        await threads.AlertOf("telegram:1", "77", Cancellation);
    }

    private static async Task Deliver(Database database, FakeTimeProvider time)
    {
        var deliveries = new DeliveryStore(database, time);
        await deliveries.NextDue("telegram", Cancellation);
        await deliveries.Take("telegram", "node", 10, TimeSpan.FromSeconds(30), Cancellation);
        await deliveries.OfAlert("alert-1", Cancellation);
        await deliveries.InState("dead", 10, Cancellation);
        await deliveries.Retry("none", Cancellation);
        await deliveries.Release("node", Cancellation);
        var addresses = new AddressStore(database, time);
        await addresses.TokenOf("telegram:1", Cancellation);
        await addresses.Retire("telegram:1", "blocked", Cancellation);
        await new SubscriberStore(database, time).Forget(SubscriberStore.Console, Cancellation);
    }
}

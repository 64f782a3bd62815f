using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Storage;

/// <summary>Each store on each engine: what goes in comes out the same.</summary>
public sealed class StoreTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_alert_is_kept_once_and_found_by_time_crossing_and_kind(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var alerts = new AlertStore(store.Database);
        Alert[] made =
        [
            Alert("1", "torkham", AlertKind.Closed, At),
            Alert("2", "torkham", AlertKind.Reopened, At.AddHours(1)),
            Alert("3", "chaman-spin-boldak", AlertKind.Closed, At.AddHours(2)),
        ];
        foreach (var alert in made)
            Assert.True(await store.Database.Write(t => AlertStore.Add(t, alert), Cancellation));
        Assert.False(await store.Database.Write(t => AlertStore.Add(t, made[0]), Cancellation));

        Assert.Equal(["3", "2", "1"], (await alerts.List(cancellation: Cancellation)).Select(a => a.Id));
        Assert.Equal(["3"], (await alerts.List(At.AddMinutes(61), cancellation: Cancellation)).Select(a => a.Id));
        Assert.Equal(
            ["2", "1"],
            (await alerts.List(crossing: "torkham", cancellation: Cancellation)).Select(a => a.Id)
        );
        Assert.Equal(
            ["1"],
            (await alerts.List(crossing: "torkham", kind: AlertKind.Closed, cancellation: Cancellation)).Select(a =>
                a.Id
            )
        );
        var found = await alerts.Find("2", Cancellation);
        Assert.Equal(StoreJson.Write(made[1]), StoreJson.Write(found));
        Assert.Null(await alerts.Find("none", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_status_is_kept_and_the_book_is_read_again_only_when_it_changed(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var statuses = new StatusStore(store.Database);
        Assert.Equal(0, (await statuses.Book(Cancellation)).Count);
        var status = CrossingStatus.Of(Torkham);
        await store.Database.Write(t => StatusStore.Save(t, [status], At), Cancellation);
        var book = await statuses.Book(Cancellation);
        Assert.Equal(StatusJson.Write(status), StatusJson.Write(book["torkham"]!));
        Assert.Same(book, await statuses.Book(Cancellation));
        await store.Database.Write(t => StatusStore.Save(t, [status], At), Cancellation);
        Assert.NotSame(book, await statuses.Book(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_that_fold_at_once_take_turns(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var statuses = new StatusStore(store.Database);
        var inside = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    store.Database.Write(
                        async t =>
                        {
                            await statuses.BookToFold(t);
                            Assert.Equal(1, Interlocked.Increment(ref inside));
                            await Task.Delay(10, Cancellation);
                            Interlocked.Decrement(ref inside);
                        },
                        Cancellation
                    )
                )
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_entry_is_known_by_key_and_by_fingerprint_and_found_by_guid_and_link(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var entries = new EntryStore(store.Database);
        var entry = new Entry
        {
            Id = "guid-1",
            Title = "Torkham closed",
            Link = "https://example.org/1",
            PublishedUtc = At,
        };
        await Save(store, new EntryRow("dawn", entry, new SeenEntry("k1", "f1", "c1", 5, 5), Keep: true));
        await Save(store, new EntryRow("dawn", entry, new SeenEntry("k1", "f1", "c2", 9, 9), Keep: false));

        var byKey = Assert.Single(await entries.Seen("dawn", ["k1", "k9"], [], Cancellation));
        Assert.Equal(new SeenEntry("k1", "f1", "c2", 5, 9), byKey);
        Assert.Equal(byKey, Assert.Single(await entries.Seen("dawn", [], ["f1"], Cancellation)));
        Assert.Empty(await entries.Seen("geo", [], ["f1"], Cancellation));
        foreach (var id in new[] { "k1", "guid-1", "https://example.org/1" })
            Assert.Equal(
                StoreJson.Write(entry),
                StoreJson.Write(Assert.Single(await entries.Find(id, Cancellation)).Entry)
            );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_ledger_keeps_every_text_of_an_entry_and_every_step(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var ledger = new LedgerStore(store.Database);
        var first = Testimony(Status.Closed);
        var second = Testimony(Status.Open);
        await store.Database.Write(t => LedgerStore.AddClaims(t, "key", "aaaaaaaa1", [first]), Cancellation);
        await store.Database.Write(t => LedgerStore.AddClaims(t, "key", "aaaaaaaa1", [first]), Cancellation);
        await store.Database.Write(t => LedgerStore.AddClaims(t, "key", "bbbbbbbb2", [second]), Cancellation);
        var claims = await ledger.ClaimsOf("key", Cancellation);
        Assert.Equal([Status.Closed, Status.Open], claims.Select(c => c.Status));
        Assert.Equal(["dawn"], (await ledger.FeedsByCrossing(Cancellation))["torkham"]);

        FoldStep[] steps = [.. Enumerable.Range(0, 3).Select(i => Step(At.AddHours(i), $"rule-{i}"))];
        await store.Database.Write(t => LedgerStore.AddSteps(t, steps), Cancellation);
        var kept = await new LedgerArchive(store.Database).Page(
            "torkham",
            At.AddMinutes(1),
            to: null,
            after: null,
            limit: 10,
            Cancellation
        );
        Assert.Equal(["rule-2", "rule-1"], kept.Select(line => line.Step.Rule));
        Assert.Equal(3, (await ledger.StepsOfEntry("guid-1", Cancellation)).Count);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_known_of_a_feed_comes_back_whole(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var state = new FeedState
        {
            Feed = "dawn",
            Url = "https://www.dawn.com/feeds/home",
            ETag = "W/\"a\u00e9\"",
            Condition = FeedCondition.Stale,
            Since = At,
            Rhythm = TimeSpan.FromMinutes(7),
            SkipHours = [1, 2],
            Failures = 3,
        };
        await store.Database.Write(t => FeedStateStore.Save(t, [state with { Failures = 1 }], At), Cancellation);
        await store.Database.Write(t => FeedStateStore.Save(t, [state], At), Cancellation);
        var back = Assert.Single(await new FeedStateStore(store.Database).All(Cancellation));
        Assert.Equal(StoreJson.Write(state), StoreJson.Write(back));
    }

    [Fact]
    public async Task What_another_node_has_written_of_a_feed_since_it_was_read_stays()
    {
        await using var store = await TestStore.Open("postgres");
        var states = new FeedStateStore(store.Database);
        Task<int> Save(FeedState state) => store.Database.Write(t => FeedStateStore.Save(t, [state], At), Cancellation);
        await Save(new FeedState { Feed = "dawn", Url = "https://www.dawn.com/feeds/home" });
        var read = (await states.Find("dawn", Cancellation))!;

        Assert.Equal(1, await Save(read with { Failures = 1 }));
        Assert.Equal(0, await Save(read with { Failures = 2 }));
        Assert.Equal(1, (await states.Find("dawn", Cancellation))!.Failures);
    }

    private static Crossing Torkham { get; } =
        new()
        {
            Id = "torkham",
            Name = "Torkham",
            Countries = ["PK", "AF"],
        };

    private static Task Save(TestStore store, EntryRow row) =>
        store.Database.Write(t => EntryStore.Save(t, [row]), Cancellation);

    private static Testimony Testimony(Status status) =>
        new(
            new Claim
            {
                Crossing = "torkham",
                Status = status,
                Speaker = Speaker.Outlet,
                Evidence = new Evidence("closed", 0, 6),
            },
            new Entry { Id = "guid-1", PublishedUtc = At },
            new Source("dawn", "Dawn"),
            At
        );

    private static FoldStep Step(DateTimeOffset at, string rule) =>
        new()
        {
            At = at,
            Crossing = "torkham",
            EntryId = "guid-1",
            Rule = rule,
            Reason = "because",
        };

    private static Alert Alert(string id, string crossing, AlertKind kind, DateTimeOffset at) =>
        new()
        {
            Id = id,
            At = at,
            Incident = $"{crossing}/2025-03-01",
            Crossing = crossing,
            Kind = kind,
            Status = Status.Closed,
            Flows = new Dictionary<Flow, Status> { [new Flow(FlowMode.Cargo, "PK", "AF")] = Status.Closed },
            Quotes = [new Quote("guid-1", "closed", Speaker.Outlet, "Dawn", null, at, Status.Closed)],
            Reason = "first-claim",
        };
}

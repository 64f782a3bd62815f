using AlertWorker.Entries;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>What is forgotten, and what never is.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Stories_are_forgotten_that_are_shown_no_more_and_never_what_spoke_of_a_crossing(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var old = (Now - Retention.Stories).AddSeconds(-1).ToUnixTimeMilliseconds();
        await Save(store, "gone", old, keep: false);
        await Save(store, "spoke", old, keep: true);
        await Save(store, "shown", old, keep: false);
        await store.Database.Write(t => EntryStore.Touch(t, ["shown"], Now.AddDays(-1)), Cancellation);

        Assert.Equal((1, 0), await new Retention(store.Database).Run(Now, Cancellation));
        var left = await new EntryStore(store.Database).Seen("dawn", ["gone", "spoke", "shown"], [], Cancellation);
        Assert.Equal(["shown", "spoke"], left.Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Old_deliveries_go_with_their_receipts_and_threads_and_what_waits_stays_however_old(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.Write(
            t =>
                t.Connection!.ExecuteAsync(
                    $"""
                    insert into delivery (id, incident, subscriber, address, scheme, language, time_zone, urgent, sequence, created, not_before, due, state, done)
                    values ('old', 'i1', 's', 'a', 'console', 'en', 'UTC', 1, 1, 1, 1, 1, 'sent', 1),
                           ('new', 'i2', 's', 'a', 'console', 'en', 'UTC', 1, 2, 1, 1, 1, 'dead', {Now.ToUnixTimeMilliseconds()}),
                           ('waits', 'i3', 's', 'a', 'console', 'en', 'UTC', 1, 3, 1, 1, 1, 'waiting', null);
                    insert into receipt (delivery, at, outcome) values ('old', 1, 'later'), ('old', 1, 'sent'), ('new', 1, 'refused');
                    insert into thread (incident, address, first, last) values ('i1', 'a', '1', '1'), ('i2', 'a', '2', '2');
                    """,
                    transaction: t
                ),
            Cancellation
        );

        Assert.Equal((0, 1), await new Retention(store.Database).Run(Now, Cancellation));
        Assert.Equal(["new", "waits"], await Column(store, "select id from delivery order by id"));
        Assert.Equal(["new"], await Column(store, "select delivery from receipt"));
        Assert.Equal(["i2"], await Column(store, "select incident from thread"));
    }

    private static Task<IReadOnlyList<string>> Column(TestStore store, string sql) =>
        store.Database.Query<string>(sql, cancellation: Cancellation);

    private static Task Save(TestStore store, string key, long seen, bool keep) =>
        store.Database.Write(
            t =>
                EntryStore.Save(
                    t,
                    [new EntryRow("dawn", new Entry { Id = key }, new SeenEntry(key, key, "c", seen, seen), keep)]
                ),
            Cancellation
        );
}

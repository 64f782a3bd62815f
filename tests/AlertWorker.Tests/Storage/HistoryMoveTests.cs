using Dapper;

namespace AlertWorker.Storage;

/// <summary>A history moves from a real file to a real server and back.</summary>
public sealed class HistoryMoveTests
{
    private const int Entries = 2345;

    public static TheoryData<string, string> Ways => new() { { "sqlite", "postgres" }, { "postgres", "sqlite" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_of_the_schema_is_moved()
    {
        await using var store = await TestStore.Open("sqlite");
        var tables = await store.Database.Query<string>(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'SchemaVersions'",
            cancellation: Cancellation
        );
        Assert.Equivalent(tables, StoreTable.All.Select(table => table.Name), strict: true);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_whole_history_is_the_same_in_the_other_engine(string engine, string other)
    {
        await using var from = await TestStore.Open(engine);
        await using var to = await TestStore.Open(other);
        await Fill(from.Database);
        var steps = new List<MoveStep>();

        var rows = await new HistoryMove(from.Database, to.Database, steps.Add).Run(Cancellation);

        Assert.Equal(await Total(from.Database), rows);
        foreach (var table in StoreTable.All)
            Assert.Equal(await Rows(from.Database, table), await Rows(to.Database, table));
        Assert.Equal(new MoveStep("entry", Entries, Entries), steps.Last(step => step.Table == "entry"));
        Assert.Equal(StoreTable.All.Select(table => table.Name), steps.Select(step => step.Table).Distinct());
        // The store it went to goes on numbering by itself.
        await Step(to.Database, "after the move");
        await HistoryMove.RefuseHalf(to.Database, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_interrupted_goes_on_where_it_stopped(string engine, string other)
    {
        await using var from = await TestStore.Open(engine);
        await using var to = await TestStore.Open(other);
        await Fill(from.Database);
        using var stop = new CancellationTokenSource();
        void StopInTheMiddle(MoveStep step)
        {
            if (step is { Table: "entry", Rows: > 0 })
                stop.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new HistoryMove(from.Database, to.Database, StopInTheMiddle).Run(stop.Token)
        );

        var half = await Assert.ThrowsAsync<StoreException>(() => HistoryMove.RefuseHalf(to.Database, Cancellation));
        Assert.Contains("half of a history", half.Message, StringComparison.Ordinal);
        var steps = new List<MoveStep>();
        var rows = await new HistoryMove(from.Database, to.Database, steps.Add).Run(Cancellation);
        Assert.Equal(new MoveStep("entry", 1000, Entries), steps[0]);
        Assert.Equal(await Total(from.Database), rows);
        Assert.Equal(rows, await Total(to.Database));
        // Once more moves nothing and counts again.
        Assert.Equal(rows, await new HistoryMove(from.Database, to.Database, _ => { }).Run(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_store_with_other_data_is_refused_and_left_as_it_was(string engine, string other)
    {
        await using var from = await TestStore.Open(engine);
        await using var to = await TestStore.Open(other);
        await Fill(from.Database);
        await Step(to.Database, "its own");

        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            new HistoryMove(from.Database, to.Database, _ => { }).Run(Cancellation)
        );

        Assert.Contains("holds other data already (fold_step 1 rows)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Total(to.Database));
    }

    [Fact]
    public async Task A_difference_in_the_counts_is_told_by_table()
    {
        await using var from = await TestStore.Open("sqlite");
        await using var to = await TestStore.Open("sqlite");
        await Step(from.Database, "one");
        await new HistoryMove(from.Database, to.Database, _ => { }).Run(Cancellation);
        await Step(from.Database, "two");

        var told = await Assert.ThrowsAsync<StoreException>(() =>
            new HistoryMove(from.Database, to.Database, _ => { }).Run(Cancellation)
        );

        Assert.Contains("fold_step 2 and 1", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Something in every table.</summary>
    private static async Task Fill(Database database)
    {
        foreach (var table in StoreTable.All)
            await SomeRows.Add(
                database.Dialect,
                table.Name,
                table.Name == "entry" ? Entries : 30,
                table.IsNumbered ? table.Key[0] : null
            );
    }

    private static Task<int> Step(Database database, string rule) =>
        database.Write(
            t =>
                t.Connection!.ExecuteAsync(
                    "insert into fold_step (at, crossing, rule, json) values (1, 'torkham', @rule, '{}')",
                    new { rule },
                    t
                ),
            Cancellation
        );

    private static async Task<long> Total(Database database)
    {
        var total = 0L;
        foreach (var table in StoreTable.All)
            total += (await database.Query<long>(table.Count, null, Cancellation))[0];
        return total;
    }

    /// <summary>Every row as text, in an order both engines agree on; numbers the engine gave are left out.</summary>
    private static async Task<IReadOnlyList<string>> Rows(Database database, StoreTable table)
    {
        var rows = await database.Query<dynamic>($"select * from {table.Name} where {table.Part}", null, Cancellation);
        return
        [
            .. rows.Cast<IDictionary<string, object?>>()
                .Select(row =>
                    string.Join('|', row.Where(c => !table.IsNumbered || c.Key != table.Key[0]).Select(c => c.Value))
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}

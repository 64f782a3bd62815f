using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Storage;

/// <summary>What only one node of a cluster may do.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_held_by_one_node_until_that_one_stops_asking()
    {
        await using var store = await TestStore.Open("postgres");
        var leases = new LeaseStore(store.Database, _time);
        var first = await leases.TryHold("bot", "a", Length, Cancellation);
        Assert.NotNull(first);
        Assert.NotNull(await leases.TryHold("bot", "a", Length, Cancellation));
        Assert.Null(await leases.TryHold("bot", "b", Length, Cancellation));
        Assert.NotNull(await leases.TryHold("mail", "b", Length, Cancellation));
        await store.Database.Write(first.Guard, Cancellation);

        await store.Pass(_time, Length);
        Assert.True(first.IsOver);
        Assert.NotNull(await leases.TryHold("bot", "b", Length, Cancellation));
    }

    [Fact]
    public async Task A_node_that_stops_gives_everything_back_at_once()
    {
        await using var store = await TestStore.Open("postgres");
        var leases = new LeaseStore(store.Database, _time);
        await leases.TryHold("bot", "a", Length, Cancellation);
        await leases.Release("a", Cancellation);
        Assert.NotNull(await leases.TryHold("bot", "b", Length, Cancellation));
    }

    [Fact]
    public async Task A_node_whose_clock_is_an_hour_ahead_takes_nothing_from_the_others()
    {
        await using var store = await TestStore.Open("postgres");
        var ahead = new FakeTimeProvider(_time.GetUtcNow().AddHours(1));
        Assert.NotNull(await new LeaseStore(store.Database, _time).TryHold("bot", "a", Length, Cancellation));
        Assert.Null(await new LeaseStore(store.Database, ahead).TryHold("bot", "b", Length, Cancellation));
    }

    [Fact]
    public async Task A_node_that_wakes_up_after_its_lease_writes_nothing_under_it()
    {
        await using var store = await TestStore.Open("postgres");
        var (leases, memory) = (new LeaseStore(store.Database, _time), new BotStateStore(store.Database, _time));
        var slept = await leases.TryHold("bot", "a", Length, Cancellation);
        await store.Pass(_time, Length);
        var awake = await leases.TryHold("bot", "b", Length, Cancellation);
        await memory.Save("offset", "2", awake, Cancellation);

        await Assert.ThrowsAsync<LeaseLostException>(() => memory.Save("offset", "1", slept, Cancellation));

        // Also when the work has come back to it in the meantime: that is another lease.
        await leases.Release("b", Cancellation);
        Assert.NotNull(await leases.TryHold("bot", "a", Length, Cancellation));
        await Assert.ThrowsAsync<LeaseLostException>(() => memory.Save("offset", "1", slept, Cancellation));
        Assert.Equal("2", (await memory.Find("offset", Cancellation))?.Value);
    }

    [Fact]
    public async Task A_process_that_owns_the_store_shares_with_nobody()
    {
        await using var store = await TestStore.Open("sqlite");
        var lease = await new LeaseStore(store.Database, _time).TryHold("bot", "a", Length, Cancellation);
        _time.Advance(Length);
        Assert.False(lease!.IsOver);
        await store.Database.Write(lease.Guard, Cancellation);
        Assert.Equal(0, (await store.Database.Query<long>("select count(*) from lease", null, Cancellation))[0]);
    }
}

using System.Data.Common;
using AlertWorker.Channels;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>A store that cannot be used is missed once, looked for, and found again.</summary>
public sealed class StoreWatchTests
{
    private readonly LogCatcher<StoreWatch> _log = new();
    private readonly SettableClock _clock = new(DateTimeOffset.UnixEpoch);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_told_once_and_over_when_there_is_room_again()
    {
        await using var store = await TestStore.Open("sqlite");
        await store.Database.DisposeAsync();
        var full = true;
        await using var database = await Database.Open(new NarrowDialect(store.Dialect(), () => full), Cancellation);
        var watch = new StoreWatch(database, _clock, _log);

        // Something small may still fit; the watch is not taken in by that.
        var problem = await Assert.ThrowsAnyAsync<DbException>(() => Fill(database));
        watch.Lost(problem);
        watch.Lost(problem);
        for (var minute = 0; minute < 5; minute++)
        {
            _clock.Pass(TimeSpan.FromMinutes(1));
            Assert.False(await watch.IsThere(Cancellation));
        }
        Assert.Contains("disk is full", watch.Problem, StringComparison.Ordinal);

        full = false;
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(await watch.IsThere(Cancellation));
        Assert.Null(watch.Problem);
        await Fill(database);
        Assert.Equal(2, _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("is back after 00:06:00", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_waited_for_and_then_told()
    {
        await using var store = await TestStore.Open("sqlite");
        await using var other = await store.Dialect().Connect(Cancellation);
        await other.ExecuteAsync("begin immediate");
        var watch = new StoreWatch(store.Database, _clock, _log);

        var problem = await Assert.ThrowsAnyAsync<DbException>(() => Fill(store.Database));
        watch.Lost(problem);
        Assert.Contains("locked", watch.Problem, StringComparison.Ordinal);

        await other.ExecuteAsync("rollback");
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(await watch.IsThere(Cancellation));
    }

    private static Task<int> Fill(Database database) =>
        database.Write(
            t =>
                t.Connection!.ExecuteAsync(
                    "insert into meta (key, value) values (@key, @value)",
                    new { key = Guid.NewGuid(), value = new string('x', 1_000_000) },
                    t
                ),
            Cancellation
        );
}

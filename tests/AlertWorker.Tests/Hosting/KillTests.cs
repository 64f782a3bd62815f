using AlertWorker.Commands;
using AlertWorker.Feeds;
using AlertWorker.Storage;

namespace AlertWorker.Hosting;

/// <summary>The program as a process, killed without warning and started again.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    [InlineData(1100)]
    public async Task A_worker_killed_after_the_feed_changed_forgets_nothing_and_decides_once(int milliseconds)
    {
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(Quiet));
        using (var first = new Cli("run", "--config", _folder.Path))
        {
            await PolledAgain(2);
            _server.On("/feed", Rss.Feed(Closure, Quiet));
            await Task.Delay(milliseconds, Cancellation);
            await first.Kill();
        }
        using (var second = new Cli("run", "--config", _folder.Path))
        {
            await using var beside = await Database.OpenBeside(new SqliteDialect(Store), Cancellation);
            await Eventually.Is(async () => await States(beside) is ["sent"], "the closure is told");
            await PolledAgain(2);
            Assert.Equal(0, await second.Signal("TERM"));
        }
        await using var store = await Database.Open(new SqliteDialect(Store), Cancellation);
        Assert.Single(await new AlertStore(store).List(cancellation: Cancellation));
        Assert.Equal(["sent"], await States(store));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Store => Path.Combine(_folder.Data, "alertworker.db");

    private static Task<IReadOnlyList<string>> States(Database store) =>
        store.Query<string>("select state from delivery", cancellation: Cancellation);

    private static string Quiet => Rss.Item("quiet", "Weather in Quetta", TimeProvider.System.GetUtcNow());

    private static string Closure =>
        Rss.Item(
            "closure",
            "Chaman border crossing closed",
            TimeProvider.System.GetUtcNow(),
            "The Chaman border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Monday."
        );

    private Task PolledAgain(int times)
    {
        var seen = _server.Requests.Count;
        return Eventually.Is(() => _server.Requests.Count >= seen + times, $"{times} polls");
    }
}

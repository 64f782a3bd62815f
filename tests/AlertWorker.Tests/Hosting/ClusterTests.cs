using AlertWorker.Commands;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Hosting;

/// <summary>Two nodes on one PostgreSQL behave as one.</summary>
public sealed class ClusterTests : IAsyncDisposable
{
    private const string ConnectionString = "AlertWorker__Storage__ConnectionString";
    private readonly FeedServer[] _servers = [.. Enumerable.Range(0, 12).Select(_ => new FeedServer())];
    private readonly WorkerFolder[] _nodes = [new(), new()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_feed_is_polled_by_one_node_at_a_time_and_a_closure_is_told_once()
    {
        await Share();
        await using var first = await _nodes[0].Start();
        await using var second = await _nodes[1].Start();
        await PolledAgain(4);
        foreach (var server in _servers)
            server.On("/feed", Slowly(Rss.Feed(Closure(), Quiet())));
        var alerts = second.Services.GetRequiredService<AlertStore>();
        await Eventually.Is(async () => (await alerts.List(cancellation: Cancellation)).Count > 0, "an alert");
        await PolledAgain(3);

        Assert.Single(await alerts.List(cancellation: Cancellation), a => a.Kind == Alerts.AlertKind.Closed);
        Assert.All(_servers, server => Assert.Equal(1, server.MostAtOnce));
    }

    [Fact]
    public async Task A_node_that_was_frozen_in_a_poll_tells_nothing_anew_that_another_one_has_told_meanwhile()
    {
        await Share(TimeSpan.FromHours(1));
        await using var first = await _nodes[0].Start();
        var states = first.Services.GetRequiredService<FeedStates>();
        await Eventually.Is(() => states.All.Count(state => state.FirstRead is not null) == 12, "every feed is read");
        await using var second = await _nodes[1].Start();
        var feed = first.Services.GetRequiredService<LiveConfiguration>().Current.Feeds[0];
        var goesOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = System.Text.Encoding.UTF8.GetBytes(Rss.Feed(Closure(), Quiet()));
        var before = _servers[0].Requests.Count;
        _servers[0]
            .On(
                "/feed",
                async request =>
                {
                    if (_servers[0].Requests.Count == before + 1)
                        await goesOn.Task;
                    await request.Answer(200, body);
                }
            );

        var slept = Take(first, feed);
        await Eventually.Is(() => _servers[0].Requests.Count > before, "it asks the feed");
        await Take(second, feed);
        goesOn.SetResult();

        await slept;
        Assert.Single(
            await second.Services.GetRequiredService<AlertStore>().List(cancellation: Cancellation),
            alert => alert.Kind == Alerts.AlertKind.Closed
        );
    }

    [Fact]
    public async Task When_a_node_leaves_the_other_takes_its_feeds()
    {
        await Share();
        await using var first = await _nodes[0].Start();
        await using var second = await _nodes[1].Start();
        await PolledAgain(2);
        await first.Stop();
        await PolledAgain(3);
    }

    [Fact]
    public async Task When_a_node_is_killed_the_other_takes_its_feeds()
    {
        await Share();
        foreach (var node in _nodes)
            node.Write(
                "appsettings.json",
                $$"""
                { "AlertWorker": { "DataDirectory": "{{node.Data}}", "Web": { "Urls": "http://127.0.0.1:0" },
                  "Storage": { "Provider": "postgres", "ConnectionString": "{{node.Environment[ConnectionString]}}" },
                  "Http": { "AllowPrivateNetworks": true } } }
                """
            );
        using var first = new Cli("run", "--config", _nodes[0].Path);
        await PolledAgain(2);
        using var second = new Cli("run", "--config", _nodes[1].Path);
        await PolledAgain(4);
        await first.Kill();
        await PolledAgain(3);
        Assert.Equal(0, await second.Signal("TERM"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        foreach (var node in _nodes)
            node.Dispose();
    }

    private static string Quiet() => Rss.Item("quiet", "Weather in Quetta", TimeProvider.System.GetUtcNow());

    private static string Closure() =>
        Rss.Item(
            "closure",
            "Chaman border crossing closed",
            TimeProvider.System.GetUtcNow(),
            "The Chaman border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Monday."
        );

    private static Func<FeedServer.Request, Task> Slowly(string body) =>
        async request =>
        {
            await Task.Delay(100, request.Stop);
            await request.Answer(200, System.Text.Encoding.UTF8.GetBytes(body));
        };

    private static Task<PollOutcome> Take(WorkerHost node, FeedOptions feed) =>
        node.Services.GetRequiredService<FeedTurn>().Take(feed, TimeProvider.System.GetUtcNow(), Cancellation);

    private async Task Share(TimeSpan? every = null)
    {
        var database = await SharedPostgres.NewDatabase();
        foreach (var server in _servers)
            server.On("/feed", Slowly(Rss.Feed(Quiet())));
        foreach (var node in _nodes)
        {
            node.Environment["AlertWorker__Storage__Provider"] = "postgres";
            node.Environment[ConnectionString] = database;
            node.Feeds([.. _servers.Select((s, i) => ($"feed-{i}", s.Url("/feed"), every ?? TimeSpan.FromSeconds(2)))]);
        }
    }

    private async Task PolledAgain(int times)
    {
        var seen = _servers.Select(server => server.Requests.Count).ToList();
        await Eventually.Is(
            () => _servers.Zip(seen).All(pair => pair.First.Requests.Count >= pair.Second + times),
            $"every feed is polled {times} times more"
        );
    }
}

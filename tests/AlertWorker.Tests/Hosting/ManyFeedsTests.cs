using System.Text;
using AlertWorker.Feeds;

namespace AlertWorker.Hosting;

/// <summary>Two hundred feeds, sixty of which misbehave: the others must not feel it.</summary>
public sealed class ManyFeedsTests : IAsyncDisposable
{
    private const int Good = 140;
    private const int Bad = 60;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // A host each, as in life: one that hangs may hold up what else lives on it, but nobody else.
    private readonly FeedServer[] _servers = [.. Enumerable.Range(0, Good + Bad).Select(_ => new FeedServer())];
    private readonly WorkerFolder _folder = new();

    [Fact]
    public async Task Well_behaved_feeds_are_polled_on_schedule_within_a_tenth()
    {
        for (var i = 0; i < _servers.Length; i++)
            _servers[i].On("/feed", i < Good ? Well : Badly(i % 3));
        _folder.Feeds([.. _servers.Select((server, i) => ($"feed-{i}", server.Url("/feed"), Every))]);
        await using var worker = await _folder.Start();
        using var stall = new Stall();
        // The first poll of two hundred feeds meets a program that is still being compiled.
        const int Polls = 5;
        await Eventually.Is(
            () => _servers.Take(Good).All(server => server.Requests.Count > Polls),
            "every good feed has been polled"
        );
        await worker.Stop();

        foreach (var server in _servers.Take(Good))
        {
            var times = server.Requests.Skip(1).Take(Polls).Select(request => request.At).ToList();
            var (time, due) = (times[^1] - times[0], Every * (Polls - 1));
            // What this machine keeps everybody waiting for is no feed's doing.
            Assert.InRange(time, (due * 0.9) - stall.Longest, (due * 1.1) + stall.Longest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _folder.Dispose();
    }

    private static Task Well(FeedServer.Request request) =>
        request.Headers.ContainsKey("If-None-Match")
            ? request.Answer(304, [])
            : request.Answer(200, Encoding.UTF8.GetBytes(Rss.Feed(Rss.Item("a", "Weather"))), ("ETag", "\"1\""));

    private static Func<FeedServer.Request, Task> Badly(int kind) =>
        kind switch
        {
            0 => request => request.Hang(),
            1 => async request =>
            {
                await request.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<rss>");
                while (true)
                {
                    await Task.Delay(1000, request.Stop);
                    await request.Raw("<");
                }
            },
            _ => request => request.Answer(200, Encoding.UTF8.GetBytes("this is no feed, and never was")),
        };
}

using System.IO.Compression;
using System.Text;
using AlertWorker.Commands;
using AlertWorker.Feeds;

namespace AlertWorker.Hosting;

/// <summary>The program as a process, with feeds made to fill its memory, each on a host of its own and all at once.</summary>
public sealed class HostileFeedsTests : IAsyncDisposable
{
    private const int Megabyte = 1024 * 1024;
    private const int MostAboveIdle = 100 * Megabyte;

    private readonly FeedServer _good = new();
    private readonly FeedServer _canary = new();
    private readonly List<FeedServer> _bad = [];
    private readonly WorkerFolder _folder = new();

    [Fact]
    public async Task Feeds_made_to_fill_the_memory_do_not_and_the_others_go_on()
    {
        _good.On("/feed", Rss.Feed(Rss.Item("a", "Torkham border crossing closed")));
        (string, Uri, TimeSpan) good = ("good", _good.Url("/feed"), TimeSpan.FromSeconds(1));
        _folder.Feeds(good);
        using var program = new Cli("run", "--config", _folder.Path);
        await Eventually.Is(() => _good.Requests.Count > 2, "the program runs");
        // The bad feeds come by a change of the configuration: one was seen before.
        _folder.Feeds(good, ("other", _canary.Url("/feed"), TimeSpan.FromHours(1)));
        await Eventually.Is(() => _canary.Requests.Count > 0, "the changed configuration is in force");
        var warm = _good.Requests.Count;
        await Eventually.Is(() => _good.Requests.Count > warm + 4, "the program goes on");
        var idle = program.Memory.Now;

        foreach (var answer in Answers())
            _bad.Add(new FeedServer().On("/feed", answer));
        _folder.Feeds([good, .. _bad.Select((bad, i) => ($"bad-{i}", bad.Url("/feed"), TimeSpan.FromSeconds(5)))]);
        await Eventually.Is(() => _bad.TrueForAll(bad => bad.Requests.Count > 1), "all were asked twice");
        var seen = _good.Requests.Count;
        await Eventually.Is(() => _good.Requests.Count > seen + 3, "the good feed goes on");

        Assert.InRange((program.Memory.Peak - idle) / Megabyte, 0, MostAboveIdle / Megabyte);
        Assert.Equal("/feed", Assert.Single(_canary.Requests).Path);
        Assert.Equal(0, await program.Signal("TERM"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in (List<FeedServer>)[_good, _canary, .. _bad])
            await server.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<Func<FeedServer.Request, Task>> Answers()
    {
        yield return request => Endless(request, "<item><title>x</title></item>");
        yield return request => Packed(request, "gzip", stream => new GZipStream(stream, CompressionLevel.Fastest));
        yield return request => Packed(request, "br", stream => new BrotliStream(stream, CompressionLevel.Fastest));
        yield return request => Text(request, Rss.Feed(Repeat("<item><title>x</title></item>", 8 * Megabyte)));
        yield return request => Text(request, Rss.Feed("<item>" + Repeat("<a>", 3 * Megabyte)));
        yield return request => Text(request, Rss.Feed("<item " + Repeat("a='1' ", 3 * Megabyte) + "/>"));
        yield return request => Text(request, Rss.Feed($"<item><title>{new string('x', 8 * Megabyte)}</title></item>"));
        yield return request => Text(request, Rss.Feed(Repeat("<a>x</a>", 15 * Megabyte)));
        yield return request => Text(request, Rss.Feed($"<item><guid>{new string('x', 15 * Megabyte)}</guid></item>"));
        var story = $"<item><title>x</title><description>{Repeat("&lt;p&gt;y z ", 16 * 1024)}</description></item>";
        yield return request => Text(request, Rss.Feed(Repeat(story, 15 * Megabyte)));
        yield return request => Text(request, "<html><body class='tgme_page'>" + Repeat("<b>x</b>", 8 * Megabyte));
        yield return request => Text(request, "{\"version\":\"1\",\"items\":[" + Repeat("{\"id\":1},", 8 * Megabyte));
        yield return request =>
            Text(
                request,
                $"<!DOCTYPE rss SYSTEM \"{_canary.Url("dtd")}\" [<!ENTITY x SYSTEM \"{_canary.Url("x")}\">]>"
            );
    }

    private static string Repeat(string text, int length) =>
        new StringBuilder(length + text.Length).Insert(0, text, length / text.Length).ToString();

    private static Task Text(FeedServer.Request request, string text) =>
        request.Answer(200, Encoding.UTF8.GetBytes(text));

    private static async Task Packed(FeedServer.Request request, string encoding, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        await using (var stream = pack(packed))
            for (var i = 0; i < 64; i++)
                await stream.WriteAsync(new byte[Megabyte]);
        await request.Answer(200, packed.ToArray(), ("Content-Encoding", encoding));
    }

    private static async Task Endless(FeedServer.Request request, string piece)
    {
        var chunk = Encoding.ASCII.GetBytes(Repeat(piece, 64 * 1024));
        await request.Raw("HTTP/1.1 200 OK\r\n\r\n<rss><channel>");
        while (true)
            await request.Raw(chunk);
    }
}

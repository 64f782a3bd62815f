using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Feeds;

public sealed class FeedFetcherTests : IAsyncDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
    private static readonly string Feed = Rss.Feed(Rss.Item("1", "Torkham closed"));
    private static readonly byte[] GzipBomb = Pack("gzip", new byte[64 << 20]);
    private static readonly byte[] BrotliBomb = Pack("br", new byte[64 << 20]);
    private readonly FeedServer _server = new();
    private readonly HttpClient _http = GuardedHttp.Client("AlertWorker/test (+mailto:x@example.org)", true);
    private readonly HostGate _gate = new(TimeProvider.System);

    /// <summary>How a server misbehaves, and what is made of it.</summary>
    public static TheoryData<string, FetchFault> Misbehaviours =>
        new()
        {
            { "/hang", FetchFault.Timeout },
            { "/slow-headers", FetchFault.Timeout },
            { "/slow-body", FetchFault.Timeout },
            { "/endless", FetchFault.TooLarge },
            { "/endless-headers", FetchFault.Garbage },
            { "/reset", FetchFault.Unreachable },
            { "/bad-chunk", FetchFault.Garbage },
            { "/not-http", FetchFault.Garbage },
            { "/loop", FetchFault.Redirect },
            { "/to-file", FetchFault.Redirect },
            { "/to-nowhere", FetchFault.Redirect },
            { "/to-user", FetchFault.Redirect },
            { "/gzip-bomb", FetchFault.TooLarge },
            { "/br-bomb", FetchFault.TooLarge },
            { "/gzip-lie", FetchFault.Garbage },
            { "/compress", FetchFault.Garbage },
            { "/empty", FetchFault.Empty },
            { "/304", FetchFault.Garbage },
            { "/401", FetchFault.Forbidden },
            { "/403", FetchFault.Forbidden },
            { "/404", FetchFault.NotFound },
            { "/410", FetchFault.Gone },
            { "/429", FetchFault.Later },
            { "/500", FetchFault.Status },
            { "/503", FetchFault.Later },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task A_misbehaving_server_is_a_failure_with_a_reason_and_comes_to_an_end(
        string path,
        FetchFault expected
    )
    {
        Misbehave();
        var fetcher = Fetcher(expected == FetchFault.Timeout ? Short : Long);
        var failed = Assert.IsType<FetchedFeed.Failed>(await fetcher.Fetch(new(_server.Url(path)), Cancellation));
        Assert.Equal(expected, failed.Fault);
        Assert.NotEmpty(failed.Reason);
        Assert.DoesNotContain('\n', failed.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("")]
    public async Task A_packed_body_is_unpacked(string encoding)
    {
        _server.On("/packed", r => r.Answer(200, Pack(encoding, Encoding.UTF8.GetBytes(Feed)), Encoded(encoding)));
        var data = Assert.IsType<FetchedFeed.Data>(await Fetch("/packed"));
        Assert.Equal(Feed, Encoding.UTF8.GetString(data.Body.Span));
        Assert.True(data.Whole);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip")]
    [InlineData("chunked")]
    public async Task A_body_that_is_cut_short_gives_what_came_but_no_validators(string kind)
    {
        var body = Encoding.UTF8.GetBytes(
            Rss.Feed([.. Enumerable.Range(0, 400).Select(i => Rss.Item($"{i}", $"Item {i} {Guid.NewGuid()}"))])
        );
        _server.On(
            "/cut",
            async r =>
            {
                var sent = kind == "gzip" ? Pack("gzip", body) : body;
                var head = kind switch
                {
                    "gzip" => $"Content-Encoding: gzip\r\nContent-Length: {sent.Length / 2}",
                    "chunked" => "Transfer-Encoding: chunked",
                    _ => "Content-Length: 900000",
                };
                await r.Raw(
                    $"HTTP/1.1 200 OK\r\nETag: \"x\"\r\n{head}\r\n\r\n{(kind == "chunked" ? "100000\r\n" : "")}"
                );
                await r.Raw(sent[..(sent.Length / 2)]);
                r.Close();
            }
        );
        var data = Assert.IsType<FetchedFeed.Data>(await Fetch("/cut"));
        Assert.False(data.Whole);
        Assert.Null(data.ETag);
        Assert.StartsWith("<?xml", Encoding.UTF8.GetString(data.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validators_go_back_byte_for_byte_and_304_is_none()
    {
        const string Odd = "W/\"a\\\"b c\u00e9\"";
        _server.On(
            "/feed",
            r =>
                r.Headers.ContainsKey("If-None-Match")
                    ? r.Answer(304, [])
                    : r.Answer(
                        200,
                        Encoding.UTF8.GetBytes(Feed),
                        ("ETag", Odd),
                        ("Last-Modified", "Thu, 31 Dec 2099 00:00:00 GMT")
                    )
        );
        var first = Assert.IsType<FetchedFeed.Data>(await Fetch("/feed"));
        var again = await Fetcher().Fetch(new(_server.Url("/feed"), first.ETag, first.LastModified), Cancellation);
        Assert.IsType<FetchedFeed.None>(again);
        Assert.Equal(Odd, _server.Requests[1].Headers["If-None-Match"]);
        Assert.Equal("Thu, 31 Dec 2099 00:00:00 GMT", _server.Requests[1].Headers["If-Modified-Since"]);
        Assert.Equal("AlertWorker/test (+mailto:x@example.org)", _server.Requests[1].Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_validator_of_60_kB_is_not_kept()
    {
        _server.On("/feed", Feed, ("ETag", $"\"{new string('a', 60_000)}\""));
        Assert.Null(Assert.IsType<FetchedFeed.Data>(await Fetch("/feed")).ETag);
    }

    [Fact]
    public async Task Cookies_by_the_dozen_keep_nobody_from_reading_and_none_is_kept()
    {
        var cookies = Enumerable.Range(0, 64).Select(i => ("Set-Cookie", $"c{i}={new string('v', 4000)}"));
        _server.On("/feed", Feed, [.. cookies]);
        Assert.IsType<FetchedFeed.Data>(await Fetch("/feed"));
        await Fetch("/feed");
        Assert.DoesNotContain("Cookie", _server.Requests[1].Headers.Keys);
    }

    [Fact]
    public async Task A_304_with_a_body_does_not_poison_the_connection()
    {
        _server.On("/304-body", r => r.Raw($"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello"));
        _server.On("/feed", Feed);
        await Fetcher().Fetch(new(_server.Url("/304-body"), "\"x\""), Cancellation);
        Assert.IsType<FetchedFeed.Data>(await Fetch("/feed"));
    }

    [Fact]
    public async Task A_permanent_move_is_reported_and_a_temporary_one_is_not()
    {
        _server.On("/new", Feed);
        _server.On("/for-good", r => r.Answer(301, [], ("Location", "/new")));
        _server.On("/for-now", r => r.Answer(302, [], ("Location", "/for-good")));
        Assert.Equal(_server.Url("/new"), Assert.IsType<FetchedFeed.Data>(await Fetch("/for-good")).Moved);
        Assert.Null(Assert.IsType<FetchedFeed.Data>(await Fetch("/for-now")).Moved);
    }

    [Theory]
    [InlineData("120", 120, 120)]
    [InlineData("315360000", 6 * 3600, 300)]
    public async Task Retry_After_holds_the_feed_up_to_six_hours_and_its_host_up_to_five_minutes(
        string header,
        int seconds,
        int host
    )
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var gate = new HostGate(clock);
        _server.On("/429", r => r.Answer(429, [], ("Retry-After", header)));
        var failed = Assert.IsType<FetchedFeed.Failed>(
            await new FeedFetcher(() => _http, gate, clock, new FetchLimits()).Fetch(
                new(_server.Url("/429")),
                Cancellation
            )
        );
        Assert.Equal(TimeSpan.FromSeconds(seconds), failed.RetryAfter);
        Assert.Equal(clock.GetUtcNow().AddSeconds(host), gate.NotBefore(_server.Url("/another-feed")));
        clock.Advance(TimeSpan.FromSeconds(host));
        Assert.Null(gate.NotBefore(_server.Url("/another-feed")));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("Fri, 31 Dec 1999 23:59:59 GMT")]
    public async Task A_senseless_Retry_After_is_ignored(string header)
    {
        _server.On("/429", r => r.Answer(429, [], ("Retry-After", header)));
        Assert.Null(Assert.IsType<FetchedFeed.Failed>(await Fetch("/429")).RetryAfter);
    }

    [Fact]
    public async Task Feeds_of_one_host_take_turns()
    {
        _server.On(
            "/feed",
            async r =>
            {
                await Task.Delay(20, Cancellation);
                await r.Answer(200, Encoding.UTF8.GetBytes(Feed));
            }
        );
        var fetcher = Fetcher();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fetcher.Fetch(new(_server.Url("/feed")), Cancellation)));
        Assert.Equal(10, _server.Requests.Count);
        Assert.Equal(1, _server.MostAtOnce);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_keeps_its_other_feeds_waiting_only_so_long()
    {
        _server.On("/hang", r => r.Hang()).On("/feed", Feed);
        var fetcher = Fetcher(patience: Short);
        using var giveUp = new CancellationTokenSource();
        var hanging = fetcher.Fetch(new(_server.Url("/hang")), giveUp.Token);
        Assert.IsType<FetchedFeed.Data>(await fetcher.Fetch(new(_server.Url("/feed")), Cancellation));
        Assert.False(hanging.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Who_gives_up_gets_an_exception_and_not_a_failure()
    {
        _server.On("/hang", r => r.Hang());
        using var giveUp = new CancellationTokenSource();
        var fetching = Fetcher().Fetch(new(_server.Url("/hang")), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    /// <param name="time">For a whole exchange; long unless given, for a slow machine is no host that hangs.</param>
    /// <param name="patience">How long other feeds of the host wait; likewise.</param>
    private FeedFetcher Fetcher(TimeSpan? time = null, TimeSpan? patience = null) =>
        new(
            () => _http,
            _gate,
            TimeProvider.System,
            new FetchLimits { Time = time ?? Long, Patience = patience ?? Long }
        );

    private Task<FetchedFeed> Fetch(string path) => Fetcher().Fetch(new(_server.Url(path)), Cancellation);

    private void Misbehave()
    {
        foreach (var status in new[] { 304, 401, 403, 404, 410, 429, 500, 503 })
            _server.On($"/{status}", r => r.Answer(status, Encoding.UTF8.GetBytes(status == 304 ? "" : "no")));
        _server
            .On("/hang", r => r.Hang())
            .On("/slow-headers", r => Drip(r, "HTTP/1.1 200 OK\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaa"))
            .On("/slow-body", r => Drip(r, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss><channel>", 40))
            .On("/endless", r => Repeat(r, "HTTP/1.1 200 OK\r\n\r\n", new string('a', 1 << 20)))
            .On("/endless-headers", r => Repeat(r, "HTTP/1.1 200 OK\r\n", $"X-A: {new string('a', 65536)}\r\n"))
            .On(
                "/reset",
                async r =>
                {
                    await r.Raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
                    r.Close(reset: true);
                }
            )
            .On("/bad-chunk", r => r.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n"))
            .On("/not-http", r => r.Raw("I AM NOT HTTP\r\n\r\n"))
            .On("/loop", r => r.Answer(302, [], ("Location", "/loop")))
            .On("/to-file", r => r.Answer(302, [], ("Location", "file:///etc/passwd")))
            .On("/to-user", r => r.Answer(302, [], ("Location", $"http://example.org@{_server.Root.Authority}/feed")))
            .On("/to-nowhere", r => r.Answer(302, []))
            .On("/gzip-bomb", r => r.Answer(200, GzipBomb, ("Content-Encoding", "gzip")))
            .On("/br-bomb", r => r.Answer(200, BrotliBomb, ("Content-Encoding", "br")))
            .On("/gzip-lie", Feed, ("Content-Encoding", "gzip"))
            .On("/compress", Feed, ("Content-Encoding", "compress"))
            .On("/empty", "");
    }

    private static async Task Drip(FeedServer.Request request, string text, int atOnce = 0)
    {
        await request.Raw(text[..atOnce]);
        foreach (var letter in text[atOnce..])
        {
            await request.Raw([(byte)letter]);
            await Task.Delay(200, request.Stop);
        }
        await request.Hang();
    }

    private static async Task Repeat(FeedServer.Request request, string start, string more)
    {
        await request.Raw(start);
        while (true)
            await request.Raw(more);
    }

    private static (string, string)[] Encoded(string encoding) =>
        encoding.Length == 0 ? [] : [("Content-Encoding", encoding)];

    private static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (
            Stream packing = encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                _ => new BufferedStream(packed),
            }
        )
            packing.Write(body);
        return packed.ToArray();
    }
}

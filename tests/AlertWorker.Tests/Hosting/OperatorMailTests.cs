using AlertWorker.Channels;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Hosting;

/// <summary>What operators get by mail of the health of feeds.</summary>
public sealed class OperatorMailTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    [Fact]
    public async Task A_feed_that_republishes_everything_is_told_once_and_alerts_nobody()
    {
        var log = new LogCatcher<FeedReport>();
        var pickup = Pickup();
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(Stories("a")));
        await using var worker = await Start(log);
        await Eventually.Is(() => $"{log}".Contains("first read", StringComparison.Ordinal), "it is read");
        foreach (var guids in new[] { "b", "c" })
        {
            _server.On("/feed", Rss.Feed(Stories(guids)));
            var seen = _server.Requests.Count;
            await Eventually.Is(() => _server.Requests.Count > seen + 2, "it is asked again");
        }
        await Eventually.Is(() => Mails(pickup).Length > 0, "the operator is told");

        var mail = Assert.Single(Mails(pickup));
        Assert.Contains("To: ops@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("under other guids", mail.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(1, Times($"{log}", "guids repeat or change"));
    }

    [Fact]
    public async Task What_is_odd_about_a_document_is_logged_once_a_change()
    {
        var log = new LogCatcher<FeedReport>();
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Odd("Weather in Quetta"));
        await using var worker = await Start(log);
        await Eventually.Is(() => $"{log}".Contains("not fetched", StringComparison.Ordinal), "it is logged");
        _server.On("/feed", Odd("Weather in Chaman"));
        var seen = _server.Requests.Count;
        await Eventually.Is(() => _server.Requests.Count > seen + 2, "it is asked again");
        Assert.Equal(1, Times($"{log}", "external entities are declared; they were not fetched"));
        _server.On(
            "/feed",
            Odd("Weather in Taftan").Replace("<item>", "<item><pubDate>nowhen</pubDate>", StringComparison.Ordinal)
        );
        await Eventually.Is(
            () => Times($"{log}", "in its document: no date: nowhen") == 1,
            "what is odd besides is logged"
        );
        Assert.Equal(1, Times($"{log}", "external entities are declared; they were not fetched"));
    }

    [Fact]
    public async Task A_feed_that_is_blocked_and_well_again_is_told_twice_and_to_operators_only()
    {
        var pickup = Pickup();
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", request => request.Answer(403, []));
        var log = new LogCatcher<FeedReport>();
        await using var worker = await Start(log);
        await Eventually.Is(() => Mails(pickup).Length == 1, "the operator is told");
        await Eventually.Is(() => _server.Requests.Count > 2, "the feed is asked again");
        _server.On("/feed", Rss.Feed(Rss.Item("a", "Weather in Quetta", TimeProvider.System.GetUtcNow())));
        await Eventually.Is(() => Mails(pickup).Length == 2, "the operator is told that it is well");
        await Eventually.Is(
            () => worker.Services.GetRequiredService<FeedStates>().All.Single().Condition == FeedCondition.Ok,
            "the feed is well"
        );
        var (first, second) = (Mails(pickup)[0], Mails(pickup)[1]);

        Assert.All([first, second], mail => Assert.Contains("To: ops@example.org", mail, StringComparison.Ordinal));
        Assert.Contains("Subject: Feed local", first, StringComparison.Ordinal);
        Assert.Contains("blocked: 403", first, StringComparison.Ordinal);
        Assert.Contains("well again", second, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Times($"{log}", "local: blocked"), Times($"{log}", "local: ok")));
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_told_to_operators_once()
    {
        var pickup = Pickup();
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", request => request.Answer(301, [], ("Location", "/moved")));
        _server.On("/moved", Rss.Feed(Rss.Item("a", "Weather in Quetta", TimeProvider.System.GetUtcNow())));
        await using var worker = await Start(new LogCatcher<FeedReport>());
        await Eventually.Is(() => _server.Requests.Count(request => request.Path == "/moved") > 2, "it is remembered");
        await Eventually.Is(() => Mails(pickup).Length > 0, "the operator is told");

        Assert.Contains(
            "has moved for good to",
            Assert.Single(Mails(pickup)).ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        Assert.Single(_server.Requests, request => request.Path == "/feed");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] Stories(string guids) =>
        [
            .. Enumerable
                .Range(0, 6)
                .Select(i =>
                    $"<item><guid isPermaLink=\"false\">{guids}{i}</guid><title>Torkham border closed, part {i}</title><link>http://example.org/{i}</link></item>"
                ),
        ];

    private static string Odd(string title) =>
        $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Rss.Feed(Rss.Item("a", title))[(Rss.Feed().IndexOf("?>", StringComparison.Ordinal) + 2)..]}";

    private static int Times(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Where mail to the one operator and the one subscriber is put.</summary>
    private string Pickup()
    {
        var pickup = Path.Combine(_folder.Path, "mail");
        _folder.Environment["AlertWorker__Email__PickupDirectory"] = pickup;
        _folder.Environment["AlertWorker__Email__Operators__0"] = "ops@example.org";
        _folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "all", "to": ["mailto:reader@example.org"], "crossings": ["*"] } ] }"""
        );
        return pickup;
    }

    private async Task<WorkerHost> Start(ILogger<FeedReport> log)
    {
        var worker = await WorkerHost.Open(
            _folder.Path,
            _folder.Environment,
            services => services.AddSingleton(log),
            cancellation: TestContext.Current.CancellationToken
        );
        await worker.Start(TestContext.Current.CancellationToken);
        return worker;
    }

    /// <summary>In the order they were written.</summary>
    private static string[] Mails(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. new DirectoryInfo(folder)
                    .GetFiles("*.eml")
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .Select(file => File.ReadAllText(file.FullName)),
            ]
            : [];
}

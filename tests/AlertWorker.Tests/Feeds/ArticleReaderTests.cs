using System.Text;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

public sealed class ArticleReaderTests : IAsyncDisposable
{
    private static readonly string Body = string.Concat(
        Enumerable.Repeat(
            "<p>The Torkham border crossing was closed on Sunday evening after an exchange of fire, officials of both sides said, and hundreds of trucks wait on the road.</p>",
            6
        )
    );

    private readonly FeedServer _server = new();
    private readonly HttpClient _http = GuardedHttp.Client("AlertWorker/test", allowPrivateNetworks: true);
    private readonly ClaimReader _reader = new(
        new Gazetteer([
            new Place
            {
                Id = "torkham",
                Name = "Torkham",
                Countries = ["PK", "AF"],
            },
        ]),
        []
    );

    [Theory]
    [InlineData("/article")]
    [InlineData("/plain")]
    public async Task A_short_entry_that_names_a_watched_place_gets_the_text_of_its_article(string path)
    {
        Serve();
        var story = Assert.Single(await Complete(Story(path, "Torkham closed")));
        Assert.Contains("exchange of fire", story.Entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Subscribe now", story.Entry.Text, StringComparison.Ordinal);
        Assert.Single(_server.RequestsOf(path));
    }

    [Theory]
    [InlineData("/forbidden-by-robots")]
    [InlineData("/consent")]
    [InlineData("/challenge")]
    [InlineData("/other")]
    [InlineData("/missing")]
    [InlineData("/deep")]
    public async Task What_is_no_article_is_never_taken_for_text(string path)
    {
        Serve();
        var story = Story(path, "Torkham closed");
        Assert.Same(story, Assert.Single(await Complete(story)));
    }

    [Theory]
    [InlineData("Cricket: Pakistan win", "", FullText.Auto)]
    [InlineData("Torkham closed", "", FullText.Never)]
    [InlineData("Torkham closed", "long", FullText.Auto)]
    public async Task Nothing_is_fetched_that_is_not_needed(string title, string text, FullText wish)
    {
        Serve();
        await Complete(Story("/article", title, text == "long" ? new string('x', 2000) : ""), wish);
        Assert.Empty(_server.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private void Serve()
    {
        _server
            .On("/robots.txt", "User-agent: *\nDisallow: /forbidden")
            .On(
                "/article",
                Page($"<article><h1>Torkham closed</h1>{Body}</article><aside><p>Subscribe now</p></aside>")
            )
            .On("/plain", $"<body><p>Torkham.{Body}")
            .On("/forbidden-by-robots", Page($"<article>{Body}</article>"))
            .On("/consent", Page($"<article>{Body}</article>", "Before you continue"))
            .On("/challenge", Page("<p>Checking your browser</p>", "Just a moment..."))
            .On("/other", Page($"<article>{Body.Replace("Torkham", "Lahore", StringComparison.Ordinal)}</article>"))
            .On("/deep", $"<body>{string.Concat(Enumerable.Repeat("<div>", 50_000))}{Body}");
    }

    private static string Page(string body, string title = "Torkham closed") =>
        $"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav>{body}</body></html>";

    private Story Story(string path, string title, string text = "") =>
        new(
            new Entry
            {
                Id = path,
                Title = title,
                Summary = text,
                Link = _server.Url(path).AbsoluteUri,
                PublishedUtc = TimeProvider.System.GetUtcNow(),
            },
            new SeenEntry("k", "f", "c", 0, 0),
            IsNew: true
        );

    private Task<IReadOnlyList<Story>> Complete(Story story, FullText wish = FullText.Auto)
    {
        var limits = new FetchLimits { Time = TimeSpan.FromMinutes(2) };
        var fetcher = new FeedFetcher(() => _http, new HostGate(TimeProvider.System), TimeProvider.System, limits);
        var reader = new ArticleReader(
            fetcher,
            new Robots(fetcher, TimeProvider.System, () => "AlertWorker/1.0 (+x)"),
            TimeProvider.System
        );
        var feed = new FeedOptions
        {
            Id = "a",
            Name = "A",
            Url = "https://example.org/",
            Publisher = "a",
            FullText = wish,
        };
        return reader.Complete(feed, [story], _reader, TestContext.Current.CancellationToken);
    }
}

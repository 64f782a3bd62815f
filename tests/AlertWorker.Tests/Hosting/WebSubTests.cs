using System.Net;
using AlertWorker.Alerts;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Hosting;

/// <summary>A worker, a feed that offers a hub and the hub itself. The feed is polled once an hour: what comes sooner came from the hub.</summary>
public sealed class WebSubTests : IAsyncLifetime
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();
    private TestHub _hub = null!;

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _hub = await TestHub.Start();
        _folder.Environment["AlertWorker__Web__PublicUrl"] = "https://borders.example/watch/";
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromHours(1)));
        Show(Quiet);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_hub_sends_is_read_and_told_like_what_is_polled(string engine)
    {
        if (engine == "postgres")
        {
            _folder.Environment["AlertWorker__Storage__Provider"] = "postgres";
            _folder.Environment["AlertWorker__Storage__ConnectionString"] = await SharedPostgres.NewDatabase();
        }
        await using var worker = await Subscribed();

        Assert.Equal(HttpStatusCode.Accepted, await _hub.Send(Document(Closure), _hub.Secret));
        await Eventually.Is(async () => (await Alerts(worker)).Count > 0, "an alert");
        await _hub.Send(Document(Closure, Quiet), _hub.Secret, "sha1");
        Show(Closure, Quiet);
        await Poll(worker);

        Assert.Equal("chaman-spin-boldak", Assert.Single(await Alerts(worker)).Crossing);
        var state = State(worker);
        Assert.True(state.NewsByPush);
        Assert.InRange(FeedPace.Next(TimeSpan.FromMinutes(5), state, Now, dice: 0) - Now, Minutes(29), Minutes(31));
    }

    [Fact]
    public async Task A_subscription_asks_for_what_the_feed_says_and_is_renewed_before_it_ends()
    {
        _hub.Lease = 4000;
        await using var worker = await Subscribed();

        var asked = Assert.Single(_hub.Requests);
        Assert.Equal(("subscribe", "https://news.example/feed.xml"), (asked["hub.mode"], asked["hub.topic"]));
        Assert.StartsWith("https://borders.example/watch/websub/", asked["hub.callback"], StringComparison.Ordinal);
        Assert.InRange(asked["hub.secret"].Length, 32, 199);
        await Renew(worker, TimeSpan.FromSeconds(2000));
        Assert.Single(_hub.Requests);
        await Renew(worker, TimeSpan.FromSeconds(3200));
        Assert.Equal(2, _hub.Requests.Count);
        Assert.Equal(asked["hub.callback"], _hub.Requests[1]["hub.callback"]);
    }

    [Theory]
    [InlineData(false, "sha256")]
    [InlineData(true, "sha256")]
    [InlineData(true, "md5")]
    public async Task What_is_not_signed_by_the_hub_is_dropped(bool hasSignature, string method)
    {
        await using var worker = await Subscribed();

        var answer = await _hub.Send(Document(Closure), hasSignature ? "a guess" : null, method);
        await _hub.Send(Document(Later), _hub.Secret);
        await Eventually.Is(() => State(worker).NewsByPush, "the signed document is read");

        Assert.Equal(HttpStatusCode.Accepted, answer);
        Assert.Empty(await Alerts(worker));
    }

    [Fact]
    public async Task Nobody_is_subscribed_by_a_question_that_does_not_fit()
    {
        await using var worker = await Subscribed();
        var topic = Uri.EscapeDataString("https://news.example/feed.xml");

        foreach (
            var question in new[]
            {
                "hub.mode=subscribe&hub.topic=https%3A%2F%2Fother.example%2F&hub.challenge=a",
                $"hub.mode=unsubscribe&hub.topic={topic}&hub.challenge=a",
                $"hub.mode=subscribe&hub.topic={topic}",
                "",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await _hub.Ask(question)).Status);
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        using var wrong = await http.PostAsync("/websub/0123456789abcdef", new StringContent("x"), Cancellation);
        Assert.Equal(HttpStatusCode.Gone, wrong.StatusCode);
    }

    [Fact]
    public async Task A_hub_that_refuses_is_left_alone_for_a_while()
    {
        _hub.Lease = null;
        await using var worker = await Read();
        await Renew(worker, TimeSpan.Zero);
        await Eventually.Is(() => _hub.Verified is not null, "the hub has said no");

        Assert.Equal("not welcome", (await Subscription(worker))?.Refusal);
        await Renew(worker, TimeSpan.FromMinutes(30));
        Assert.Single(_hub.Requests);
        await Renew(worker, TimeSpan.FromMinutes(90));
        Assert.Equal(2, _hub.Requests.Count);
        Assert.False(State(worker).PushedUntil > Now);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(422)]
    public async Task A_hub_that_fails_is_asked_ever_more_rarely(int status)
    {
        _hub.Status = status;
        await using var worker = await Read();
        var asked = 0;
        for (var hour = 0; hour < 24; hour++)
            await Renew(worker, TimeSpan.FromHours(hour));
        asked = _hub.Requests.Count;

        Assert.InRange(asked, 4, 6);
        Assert.StartsWith($"{status}", (await Subscription(worker))?.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_news_item_the_hub_left_out_brings_the_usual_pace_back()
    {
        await using var worker = await Subscribed();
        await _hub.Send(Document(Later), _hub.Secret);
        await Eventually.Is(() => State(worker).NewsByPush, "the hub brought something");
        Show(Closure, Later, Quiet);
        await Poll(worker);

        Assert.False(State(worker).NewsByPush);
        Assert.Single(await Alerts(worker));
    }

    [Fact]
    public async Task A_feed_may_name_its_hub_in_the_Link_header()
    {
        _server.On(
            "/feed",
            Rss.Feed(Quiet),
            ("Link", $"<{_hub.Url}>; rel=\"hub\", <https://news.example/feed.xml>; rel=\"self\"")
        );
        await using var worker = await Subscribed();

        Assert.Equal("https://news.example/feed.xml", _hub.Requests[0]["hub.topic"]);
    }

    [Fact]
    public async Task A_hub_in_a_private_network_is_never_asked()
    {
        using var http = GuardedHttp.Client("test", allowPrivateNetworks: false);
        var client = new HubClient(() => http, new HostGate(TimeProvider.System), new FetchLimits());
        var wanted = new HubSubscription
        {
            Feed = "local",
            Hub = _hub.Url.AbsoluteUri,
            Topic = "https://news.example/feed.xml",
            Token = "t",
            Secret = "s",
        };

        Assert.NotNull(await client.Subscribe(wanted, new Uri("https://borders.example/websub/t"), Cancellation));
        Assert.Empty(_hub.Requests);
    }

    [Fact]
    public async Task A_hub_may_send_on_to_another_address()
    {
        Show(new Uri(_hub.Url, "/moved"), Quiet);
        await using var worker = await Subscribed();

        Assert.Single(_hub.Requests);
    }

    [Fact]
    public async Task Without_a_public_address_no_hub_is_asked()
    {
        _folder.Environment.Remove("AlertWorker__Web__PublicUrl");
        await using var worker = await Read();
        await Renew(worker, TimeSpan.Zero);

        Assert.Empty(_hub.Requests);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static string Quiet { get; } = Rss.Item("quiet", "Weather in Quetta", Now);

    private static string Later { get; } = Rss.Item("later", "More weather in Quetta", Now);

    private static string Closure { get; } =
        Rss.Item(
            "closure",
            "Chaman border crossing closed",
            Now,
            "The Chaman border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Monday."
        );

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private void Show(params string[] items) => Show(_hub.Url, items);

    private void Show(Uri hub, params string[] items) => _server.On("/feed", Document(hub, items));

    private string Document(params string[] items) => Document(_hub.Url, items);

    private static string Document(Uri hub, string[] items) =>
        Rss.Feed([
            $"""<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="{hub}"/>""",
            """<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://news.example/feed.xml"/>""",
            .. items,
        ]);

    /// <summary>A worker that has polled the feed once.</summary>
    private async Task<WorkerHost> Read()
    {
        var worker = await _folder.Start();
        _hub.Reach = () => new Uri(worker.Addresses.First());
        await Eventually.Is(() => State(worker).FirstRead is not null, "the first document is read");
        return worker;
    }

    private async Task<WorkerHost> Subscribed()
    {
        var worker = await Read();
        await Renew(worker, TimeSpan.Zero);
        await Eventually.Is(() => _hub.Verified == HttpStatusCode.OK, "the hub has asked and got its answer");
        // The hub's callback is known by its path below the public address.
        Assert.True(State(worker).PushedUntil > Now);
        return worker;
    }

    private static Task Renew(WorkerHost worker, TimeSpan later) =>
        worker.Services.GetRequiredService<HubSubscriptions>().Renew(Now + later, Cancellation);

    private static async Task Poll(WorkerHost worker)
    {
        var feed = worker.Services.GetRequiredService<Configuration.LiveConfiguration>().Current.Feeds[0];
        await worker.Services.GetRequiredService<FeedTurn>().Take(feed, Now, Cancellation);
    }

    private static FeedState State(WorkerHost worker) =>
        worker.Services.GetRequiredService<FeedStates>().All.FirstOrDefault()
        ?? new FeedState { Feed = "local", Url = "" };

    private static Task<HubSubscription?> Subscription(WorkerHost worker) =>
        worker.Services.GetRequiredService<HubSubscriptionStore>().Find("local", Cancellation);

    private static Task<IReadOnlyList<Alert>> Alerts(WorkerHost worker) =>
        worker.Services.GetRequiredService<AlertStore>().List(cancellation: Cancellation);
}

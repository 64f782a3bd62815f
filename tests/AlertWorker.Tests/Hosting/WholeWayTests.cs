using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Hosting;

/// <summary>From a feed that changes to the deliveries in the store, by the worker as it runs.</summary>
public sealed class WholeWayTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_closed_gate_is_told_once_and_the_backlog_is_not(string engine)
    {
        await UseEngine(engine);
        Show(Closure("torkham", "Torkham"));
        await using var worker = await Start();
        await BacklogRead(worker);
        Show(Closure("chaman", "Chaman"), Closure("torkham", "Torkham"));
        await Eventually.Is(async () => (await Alerts(worker)).Count > 0, "an alert");
        await Polls(3);

        var alert = Assert.Single(await Alerts(worker));
        Assert.Equal(("chaman-spin-boldak", AlertKind.Closed), (alert.Crossing, alert.Kind));
        Assert.Equal("chaman", Assert.Single(alert.Because));
        Assert.Equal(1, await Deliveries(worker));
        var book = await worker.Services.GetRequiredService<StatusStore>().Book(Cancellation);
        Assert.Equal(Claims.Status.Closed, book["torkham"]!.Headline);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_worker_that_starts_again_goes_on_where_it_was(string engine)
    {
        await UseEngine(engine);
        Show(Quiet("a"));
        await using (var worker = await Start())
        {
            await BacklogRead(worker);
            await worker.Stop();
        }
        // Published while the worker was down: news all the same.
        Show(Closure("chaman", "Chaman"), Quiet("a"));
        await using (var worker = await Start())
        {
            await Eventually.Is(async () => (await Alerts(worker)).Count > 0, "an alert after the second start");
            await worker.Stop();
        }
        await using (var worker = await Start())
        {
            await Polls(3);
            Assert.Single(await Alerts(worker));
            Assert.Equal(1, await Deliveries(worker));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_unchanged_feed_costs_no_commit_and_a_changed_one_costs_one(string engine)
    {
        await UseEngine(engine);
        Show(Quiet("a"));
        await using var worker = await Start();
        await BacklogRead(worker);
        var database = worker.Services.GetRequiredService<Database>();
        await Polls(2);
        var before = database.Commits;
        await Polls(4);
        Assert.Equal(before, database.Commits);
        Show(Quiet("b"), Quiet("a"));
        await Polls(3);
        Assert.Equal(before + 1, database.Commits);
    }

    [Fact]
    public async Task A_feed_that_is_too_slow_for_its_interval_never_overlaps_itself()
    {
        _server.On(
            "/feed",
            async request =>
            {
                await Task.Delay(1500, request.Stop);
                await request.Answer(200, System.Text.Encoding.UTF8.GetBytes(Rss.Feed(Quiet("a"))));
            }
        );
        await using var worker = await Start();
        await Polls(4);
        Assert.Equal(1, _server.MostAtOnce);
    }

    [Fact]
    public async Task A_changed_feeds_file_is_followed_without_a_restart()
    {
        Show(Quiet("a"));
        _server.On("/other", Rss.Feed(Quiet("b")));
        await using var worker = await Start();
        await BacklogRead(worker);
        _folder.Feeds(("other", _server.Url("/other"), Second));
        await Eventually.Is(() => _server.RequestsOf("/other").Count > 2, "the new feed is polled");
        var last = _server.RequestsOf("/feed").Count;
        var seen = _server.RequestsOf("/other").Count;
        await Eventually.Is(() => _server.RequestsOf("/other").Count > seen + 2, "the new feed goes on");
        Assert.InRange(_server.RequestsOf("/feed").Count, last, last + 1);
    }

    [Fact]
    public async Task A_server_that_says_410_is_left_alone_and_shown_as_gone()
    {
        _server.On("/feed", request => request.Answer(410, []));
        _server.On("/other", Rss.Feed(Quiet("b")));
        _folder.Feeds(("local", _server.Url("/feed"), Second), ("other", _server.Url("/other"), Second));
        await using var worker = await _folder.Start();
        await Eventually.Is(() => _server.RequestsOf("/feed").Count > 0, "the first poll");
        var seen = _server.RequestsOf("/other").Count;
        await Eventually.Is(() => _server.RequestsOf("/other").Count > seen + 3, "the other feed is polled");

        Assert.Single(_server.RequestsOf("/feed"));
        var feed = (await Get(worker, "/api/feeds"))
            .EnumerateArray()
            .Single(f => f.GetProperty("id").GetString() == "local");
        Assert.Equal("gone", feed.GetProperty("state").GetString());
        Assert.StartsWith("410", feed.GetProperty("lastError").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_has_moved_for_good_is_asked_where_it_is_now()
    {
        _server.On("/feed", request => request.Answer(301, [], ("Location", "/new")));
        _server.On("/new", Rss.Feed(Quiet("a")));
        await using var worker = await Start();
        await Eventually.Is(() => _server.RequestsOf("/new").Count > 3, "the new address is asked");
        Assert.Single(_server.RequestsOf("/feed"));
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        _server.On("/feed", request => request.Answer(429, [], ("Retry-After", "4")));
        await using var worker = await Start();
        await Eventually.Is(() => _server.Requests.Count > 1, "a second try");
        Assert.True(_server.Requests[1].At - _server.Requests[0].At > TimeSpan.FromSeconds(3.9));
    }

    [Fact]
    public async Task The_page_tells_what_is_known()
    {
        Show(Quiet("a"));
        await using var worker = await Start();
        await BacklogRead(worker);
        Show(Closure("chaman", "Chaman"), Quiet("a"));
        await Eventually.Is(async () => (await Alerts(worker)).Count > 0, "an alert");

        Assert.Equal("ok", (await Get(worker, "/healthz/ready")).GetProperty("status").GetString());
        var crossing = await Get(worker, "/api/crossings/chaman-spin-boldak");
        Assert.Equal("closed", crossing.GetProperty("status").GetString());
        Assert.Equal("closed", crossing.GetProperty("flows").GetProperty("cargo:PK>AF").GetString());
        Assert.Equal(464, (await Get(worker, "/api/crossings")).GetArrayLength());
        var alert = (await Get(worker, "/api/alerts?kind=closed&crossing=chaman-spin-boldak"))[0];
        Assert.Contains("Chaman", alert.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await Get(worker, "/api/alerts?since=2100-01-01T00:00:00Z")).GetArrayLength());
        Assert.NotEqual(
            0,
            (await Get(worker, "/api/crossings/chaman-spin-boldak/history")).GetProperty("steps").GetArrayLength()
        );
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        using var missing = await http.GetAsync("/api/crossings/nowhere", Cancellation);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType?.MediaType);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static string Quiet(string guid) => Rss.Item(guid, $"Weather in Quetta, part {guid}", Now);

    private static string Closure(string guid, string gate) =>
        Rss.Item(
            guid,
            $"{gate} border crossing closed",
            Now,
            $"The {gate} border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Monday."
        );

    private void Show(params string[] items) => _server.On("/feed", Rss.Feed(items));

    private Task<WorkerHost> Start() => _folder.Feeds(("local", _server.Url("/feed"), Second)).Start();

    private async Task UseEngine(string engine)
    {
        if (engine != "postgres")
            return;
        _folder.Environment["AlertWorker__Storage__Provider"] = "postgres";
        _folder.Environment["AlertWorker__Storage__ConnectionString"] = await SharedPostgres.NewDatabase();
    }

    private static Task BacklogRead(WorkerHost worker) =>
        Eventually.Is(
            () => worker.Services.GetRequiredService<FeedStates>().All.Any(state => state.FirstRead is not null),
            "the first document is read"
        );

    /// <summary>Waits for so many polls more.</summary>
    private Task Polls(int more)
    {
        var seen = _server.Requests.Count;
        return Eventually.Is(() => _server.Requests.Count >= seen + more, $"{more} polls more");
    }

    private static Task<IReadOnlyList<Alert>> Alerts(WorkerHost worker) =>
        worker.Services.GetRequiredService<AlertStore>().List(cancellation: Cancellation);

    private static async Task<long> Deliveries(WorkerHost worker) =>
        (
            await worker
                .Services.GetRequiredService<Database>()
                .Query<long>("select count(*) from delivery", cancellation: Cancellation)
        )[0];

    private static async Task<JsonElement> Get(WorkerHost worker, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        return JsonDocument.Parse(await http.GetStringAsync(path, Cancellation)).RootElement;
    }
}

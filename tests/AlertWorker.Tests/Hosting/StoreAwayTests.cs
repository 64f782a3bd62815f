using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Hosting;

/// <summary>The store goes away and comes back: nothing is acknowledged that is not stored, and nothing is lost.</summary>
public sealed class StoreAwayTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_is_away_pauses_the_worker_and_is_told_until_it_is_back()
    {
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(Rss.Item("a", "Weather in Quetta")));
        await using var worker = await _folder.Start();
        var states = worker.Services.GetRequiredService<FeedStates>();
        await Eventually.Is(() => states.All.Any(s => s.FirstRead is not null), "the first document is read");

        var file = Path.Combine(_folder.Data, "alertworker.db");
        await Break(file, "meta");
        _server.On(
            "/feed",
            Rss.Feed(
                Rss.Item(
                    "closure",
                    "Chaman border crossing closed",
                    TimeProvider.System.GetUtcNow(),
                    "The Chaman border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Monday."
                )
            )
        );
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        await Eventually.Is(async () => !(await Ready(http)).IsSuccessStatusCode, "the worker says it is not ready");
        await Mend(file, "meta");
        await Eventually.Is(async () => (await Ready(http)).IsSuccessStatusCode, "the worker is ready again");
        var alerts = worker.Services.GetRequiredService<AlertStore>();
        await Eventually.Is(
            async () => (await alerts.List(cancellation: Cancellation)).Count == 1,
            "the closure is decided"
        );
    }

    [Fact]
    public async Task A_worker_whose_store_is_away_stops_in_peace()
    {
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(Rss.Item("a", "Weather in Quetta")));
        await using var worker = await _folder.Start();
        // Polls that bring nothing are in memory only, to be written when the worker stops.
        await Eventually.Is(() => _server.Requests.Count > 2, "polls without news");
        await Break(Path.Combine(_folder.Data, "alertworker.db"), "feed_state");

        await worker.Stop();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A table out of the way is as good as a file out of reach, and can be undone.</summary>
    private static Task Break(string file, string table) => Alter(file, $"alter table {table} rename to {table}_away");

    private static Task Mend(string file, string table) => Alter(file, $"alter table {table}_away rename to {table}");

    private static async Task Alter(string file, string sql)
    {
        await using var store = await Database.OpenBeside(new SqliteDialect(file), Cancellation);
        await using var connection = await store.Connect(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static Task<HttpResponseMessage> Ready(HttpClient http) => http.GetAsync("/healthz/ready", Cancellation);
}

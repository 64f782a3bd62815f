using System.Net;
using System.Text.Json;
using AlertWorker.Channels;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AlertWorker.Hosting;

/// <summary>What <c>/healthz/ready</c> says when something is wrong.</summary>
public sealed class HealthTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();
    private readonly LogCatcher<StoreWatch> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_change_of_the_configuration_is_named_and_keeps_nobody_from_work()
    {
        _folder.Feeds();
        await using var worker = await _folder.Start();
        _folder.Write("feeds.json", """{ "feeds": [ { "id": "x" } ] }""");
        await Eventually.Is(
            async () => (await Ready(worker)).Part("configuration").Contains("feeds.json", StringComparison.Ordinal),
            "the fault is named"
        );
        Assert.Equal(HttpStatusCode.OK, (await Ready(worker)).Status);
        _folder.Feeds();
        await Eventually.Is(async () => (await Ready(worker)).Part("configuration") == "ok", "all is well again");
    }

    [Fact]
    public async Task A_database_that_is_away_is_named_told_once_and_found_again_with_nothing_lost()
    {
        await using var postgres = await PostgresServer.Start();
        _folder.Environment["AlertWorker__Storage__Provider"] = "postgres";
        _folder.Environment["AlertWorker__Storage__ConnectionString"] = await postgres.NewDatabase();
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(TrialNews.Quiet(1)));
        await using var worker = await WorkerHost.Open(
            _folder.Path,
            _folder.Environment,
            services => services.AddSingleton<ILogger<StoreWatch>>(_log),
            cancellation: Cancellation
        );
        await worker.Start(Cancellation);
        var states = worker.Services.GetRequiredService<FeedStates>();
        await Eventually.Is(() => states.All.Any(state => state.FirstRead is not null), "the first document is read");

        await postgres.End();
        _server.On("/feed", Rss.Feed(TrialNews.Item("Torkham", "closed"), TrialNews.Quiet(1)));
        await Eventually.Is(
            async () => (await Ready(worker)).Status == HttpStatusCode.ServiceUnavailable,
            "it says that it is not ready"
        );
        Assert.NotEqual("ok", (await Ready(worker)).Part("store"));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await postgres.Begin();

        await Eventually.Is(async () => (await Ready(worker)).Status == HttpStatusCode.OK, "it is ready again");
        var database = worker.Services.GetRequiredService<Database>();
        await Eventually.Is(
            async () =>
                await database.Query<string>("select state from delivery", cancellation: Cancellation) is ["sent"],
            "the closure is told"
        );
        Assert.Single(_log.ToString().Split("cannot be used").Skip(1));

        await postgres.End();
        await Eventually.Is(
            async () => (await Ready(worker)).Status == HttpStatusCode.ServiceUnavailable,
            "it is away again"
        );
        // A stop does not wait for it.
        await worker.Stop().WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        await postgres.Begin();
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<Answer> Ready(WorkerHost worker)
    {
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        using var answer = await http.GetAsync("/healthz/ready", Cancellation);
        return new Answer(
            answer.StatusCode,
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement
        );
    }

    private sealed record Answer(HttpStatusCode Status, JsonElement Body)
    {
        public string Part(string name) => Body.GetProperty("checks").GetProperty(name).GetString()!;
    }
}

using AlertWorker.Channels;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Hosting;

/// <summary>Somebody sets the clock of the machine by an hour while the worker runs.</summary>
public sealed class ClockStepTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();
    private readonly SettableClock _clock = new();
    private readonly LogCatcher<ClockWatch> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Polls_and_deliveries_keep_their_pace_and_it_is_told_once(int hours)
    {
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", Rss.Feed(TrialNews.Quiet(1)));
        await using var worker = await WorkerHost.Open(
            _folder.Path,
            _folder.Environment,
            services => services.AddSingleton<ILogger<ClockWatch>>(_log),
            _clock,
            Cancellation
        );
        await worker.Start(Cancellation);
        await Polled(2);

        _clock.Step(TimeSpan.FromHours(hours));
        _server.On("/feed", Rss.Feed(TrialNews.Item("Torkham", "closed"), TrialNews.Quiet(1)));
        var database = worker.Services.GetRequiredService<Database>();
        await Eventually.Is(
            async () =>
                await database.Query<string>("select state from delivery", cancellation: Cancellation) is ["sent"],
            "the closure is told"
        );
        await Polled(3);

        await Eventually.Is(() => _log.ToString().Length > 0, "the step is told");
        Assert.Single(_log.ToString().Split("The clock was set by").Skip(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private Task Polled(int times)
    {
        var seen = _server.Requests.Count;
        return Eventually.Is(() => _server.Requests.Count >= seen + times, $"{times} polls");
    }
}

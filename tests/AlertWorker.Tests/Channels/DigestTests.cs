using AlertWorker.Alerts;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

public sealed class DigestTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open("sqlite");

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_digest_comes_once_a_day_at_the_readers_hour()
    {
        var titles = new List<string>();
        for (var hour = 0; hour < 48; hour++, _time.Advance(TimeSpan.FromHours(1)))
            titles.AddRange((await Made()).Select(title => $"{hour}: {title}"));

        Assert.Equal(["2: Crossings on 4 March 2026", "26: Crossings on 5 March 2026"], titles);
    }

    /// <summary>A worker started anew: it remembers nothing but the store, and looks twice.</summary>
    private async Task<List<string>> Made()
    {
        var cancel = TestContext.Current.CancellationToken;
        var deliveries = new DeliveryStore(_store.Database, _time);
        using var job = new DigestJob(
            Sources(),
            deliveries,
            new DeliverySignal(),
            _time,
            NullLogger<DigestJob>.Instance
        );
        await job.Make(cancel);
        await job.Make(cancel);
        var taken = await deliveries.Take("telegram", "n", 10, TimeSpan.FromDays(9), cancel);
        await deliveries.Settle([.. taken.Select(Sent)], cancel);
        return [.. taken.Select(queued => queued.Note!.Title)];
    }

    private DigestSources Sources()
    {
        var reader = new Subscriber
        {
            Id = "r",
            To = ["telegram:1"],
            Crossings = ["*"],
            TimeZone = "Asia/Karachi",
            Digest = new TimeOnly(7, 0),
        };
        var world = new MessageWorld(new Dictionary<string, Crossings.Crossing>(), SomeAlert.Catalogs, null);
        var people = new SubscriberStore(_store.Database, _time);
        return new DigestSources(() => [reader], () => [], () => world, people, new StatusStore(_store.Database));
    }

    private Settlement Sent(QueuedDelivery queued) =>
        new()
        {
            Queued = queued,
            At = _time.GetUtcNow(),
            Outcome = "sent",
        };
}

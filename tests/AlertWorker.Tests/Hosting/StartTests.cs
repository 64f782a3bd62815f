using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;

namespace AlertWorker.Hosting;

/// <summary>What can stand in the way of a start, and what an operator reads then.</summary>
public sealed class StartTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    [Fact]
    public async Task A_second_worker_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        _folder.Feeds();
        await using var first = await _folder.Start();
        var refused = await Assert.ThrowsAsync<StoreException>(_folder.Open);
        Assert.Contains("in use by another AlertWorker", refused.Message, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new Uri(first.Addresses.First()) };
        Assert.Contains(
            "ok",
            await http.GetStringAsync("/healthz/live", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        _folder.Feeds().Environment["AlertWorker__Web__Urls"] = _server.Root.AbsoluteUri.TrimEnd('/');
        await using var worker = await _folder.Open();
        var refused = await Assert.ThrowsAsync<WorkerException>(() =>
            worker.Start(TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            _server.Root.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Web:Urls", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_configuration_is_refused_with_every_fault()
    {
        _folder.Write("feeds.json", """{ "feeds": [ { "id": "x" } ] }""");
        var refused = await Assert.ThrowsAsync<ConfigException>(_folder.Open);
        Assert.NotEmpty(refused.Faults);
        Assert.All(refused.Faults, fault => Assert.Equal("feeds.json", fault.File));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_feed_that_hangs()
    {
        _server.On("/feed", request => request.Hang());
        await using var worker = await _folder
            .Feeds(("hanging", _server.Url("/feed"), TimeSpan.FromSeconds(1)))
            .Start();
        await Eventually.Is(() => _server.Requests.Count == 1, "the feed is asked");
        var started = TimeProvider.System.GetTimestamp();
        await worker.Stop();
        Assert.True(TimeProvider.System.GetElapsedTime(started) < WorkerHost.DrainTime);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}

namespace AlertWorker.Feeds;

/// <summary>Where a feed may lead the worker, decided when it connects.</summary>
public sealed class GuardedHttpTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();

    [Fact]
    public async Task An_address_inside_is_refused_however_it_is_written_and_never_reached()
    {
        foreach (
            var host in new[]
            {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "2130706433",
                "0x7f.1",
            }
        )
        {
            var failed = Assert.IsType<FetchedFeed.Failed>(
                await Fetch(new Uri($"http://{host}:{_server.Root.Port}/canary"), allowPrivate: false)
            );
            Assert.Equal((host, FetchFault.AddressRefused), (host, failed.Fault));
        }
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    public async Task A_redirect_to_the_metadata_of_a_cloud_is_refused_in_a_private_network_too(string target)
    {
        _server.On("/feed", r => r.Answer(302, [], ("Location", target)));
        var failed = Assert.IsType<FetchedFeed.Failed>(await Fetch(_server.Url("/feed"), allowPrivate: true));
        Assert.Equal(FetchFault.AddressRefused, failed.Fault);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task In_the_operators_network_a_redirect_leads_to_no_host_that_he_did_not_name()
    {
        var elsewhere = $"http://localhost:{_server.Root.Port}/canary";
        _server.On("/feed", r => r.Answer(302, [], ("Location", elsewhere)));
        _server.On("/moved", r => r.Answer(302, [], ("Location", "/here")));
        _server.On("/here", r => r.Answer(200, "a"u8.ToArray()));

        var failed = Assert.IsType<FetchedFeed.Failed>(await Fetch(_server.Url("/feed"), allowPrivate: true));
        Assert.Equal(FetchFault.AddressRefused, failed.Fault);
        Assert.IsType<FetchedFeed.Data>(await Fetch(_server.Url("/moved"), allowPrivate: true));
        Assert.DoesNotContain(_server.Requests, request => request.Path == "/canary");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<FetchedFeed> Fetch(Uri url, bool allowPrivate)
    {
        using var http = GuardedHttp.Client("test", allowPrivate);
        var fetcher = new FeedFetcher(
            () => http,
            new HostGate(TimeProvider.System),
            TimeProvider.System,
            new FetchLimits()
        );
        return await fetcher.Fetch(new FetchRequest(url), TestContext.Current.CancellationToken);
    }
}

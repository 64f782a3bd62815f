using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Hosting;

/// <summary>What operators get by mail of the health of feeds.</summary>
public sealed class OperatorMailTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    [Fact]
    public async Task A_feed_that_is_blocked_and_well_again_is_told_twice_and_to_operators_only()
    {
        var pickup = Path.Combine(_folder.Path, "mail");
        _folder.Environment["AlertWorker__Email__PickupDirectory"] = pickup;
        _folder.Environment["AlertWorker__Email__Operators__0"] = "ops@example.org";
        _folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "all", "to": ["mailto:reader@example.org"], "crossings": ["*"] } ] }"""
        );
        _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1)));
        _server.On("/feed", request => request.Answer(403, []));
        await using var worker = await _folder.Start();
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
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
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

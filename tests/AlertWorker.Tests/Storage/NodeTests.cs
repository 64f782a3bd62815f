using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Storage;

/// <summary>The nodes of a cluster compare what they run on.</summary>
public sealed class NodeTests
{
    private static readonly Dictionary<string, string> Same = new()
    {
        ["feeds.json"] = "1",
        ["crossings/asia.json"] = "2",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_configuration_on_another_node_is_told_by_file_until_they_agree()
    {
        await using var store = await TestStore.Open("postgres");
        var (a, b) = (new NodeStore(store.Database), new NodeStore(store.Database));
        await a.CheckIn("a", Same, Cancellation);
        await b.CheckIn(
            "b",
            new Dictionary<string, string> { ["feeds.json"] = "9", ["extra.json"] = "1" },
            Cancellation
        );
        await a.CheckIn("a", Same, Cancellation);

        Assert.Equal("b has another crossings/asia.json, extra.json, feeds.json", a.Difference);
        Assert.Equal("a has another crossings/asia.json, extra.json, feeds.json", b.Difference);

        await b.CheckIn("b", Same, Cancellation);
        await a.CheckIn("a", Same, Cancellation);
        Assert.Null(a.Difference);
        Assert.Null(b.Difference);
    }

    [Fact]
    public async Task A_node_that_died_or_left_is_not_compared_with()
    {
        await using var store = await TestStore.Open("postgres");
        var nodes = new NodeStore(store.Database);
        var other = new Dictionary<string, string> { ["feeds.json"] = "9" };
        await nodes.CheckIn("died", other, Cancellation);
        await store.Pass(new FakeTimeProvider(), TimeSpan.FromMinutes(2));
        Assert.Equal(["died"], await nodes.CheckIn("left", other, Cancellation));
        await nodes.Leave("left", Cancellation);

        Assert.Empty(await nodes.CheckIn("a", Same, Cancellation));
        Assert.Null(nodes.Difference);
    }
}

using System.Text.Json;
using AlertWorker.Feeds;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Commands;

/// <summary>Commands that look into the store of a worker, here while it runs.</summary>
public sealed class StoreCommandTests : IAsyncDisposable
{
    private readonly FeedServer _server = new();
    private readonly WorkerFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_and_explain_tell_what_the_worker_knows_and_why()
    {
        await using var worker = await WithClosure();
        var alert = (await worker.Services.GetRequiredService<AlertStore>().List(cancellation: Cancellation))[0];

        var all = await Run("status");
        Assert.StartsWith("Torkham (torkham): CLOSED, likely", all.Output, StringComparison.Ordinal);
        Assert.Contains(
            "closed: cargo:PK>AF, cargo:AF>PK, people:PK>AF, people:AF>PK",
            all.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("other ways: Kharlachi (unknown)", all.Output, StringComparison.Ordinal);

        var one = JsonElement.Parse((await Run("status", "طورخم", "--json")).Output);
        Assert.Equal(
            ("torkham", "closed", "PK"),
            (
                one.GetProperty("id").GetString(),
                one.GetProperty("status").GetString(),
                one.GetProperty("countries")[0].GetString()
            )
        );
        Assert.Equal(1, JsonElement.Parse((await Run("status", "--json")).Output).GetArrayLength());
        Assert.Equal(464, JsonElement.Parse((await Run("status", "--all", "--json")).Output).GetArrayLength());

        var why = await Run("explain", alert.Id);
        foreach (
            var link in new[]
            {
                "http://example.org/closure",
                "“The Torkham border crossing has been closed",
                "Arif Kakar",
                "assistant commissioner",
                "fold Torkham: unknown → closed",
                alert.Incident,
            }
        )
            Assert.Contains(link, why.Output, StringComparison.OrdinalIgnoreCase);

        var entry = await Run("explain", "http://example.org/closure");
        Assert.StartsWith("entry http://example.org/closure", entry.Output, StringComparison.Ordinal);
        Assert.Contains("claim Torkham: closed, closure, asserted, likely", entry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_moment_is_folded_again_from_the_store()
    {
        await using var worker = await WithClosure();
        var told = (await worker.Services.GetRequiredService<AlertStore>().List(cancellation: Cancellation))[0];

        var replayed = await Run("replay", "--to", "2099-01-01T00:00:00Z");
        var lines = replayed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(told.Incident, lines[0], StringComparison.Ordinal);
        Assert.Contains("\"torkham\"", lines[^1], StringComparison.Ordinal);

        var before = await Run("replay", "--to", "2021-07-14T06:00");
        Assert.Equal((0, ""), (before.Code, before.Output));
        var silent = await Run("replay", "--from", "2099-01-01", "--to", "2099-01-02");
        Assert.DoesNotContain("\"alert\"", silent.Output, StringComparison.Ordinal);
        Assert.Contains("is not a time", (await Run("replay", "--to", "yesterday")).Error, StringComparison.Ordinal);

        Assert.Equal("closed", await KnownAt(worker, told.At.AddMinutes(1)));
        Assert.Equal("unknown", await KnownAt(worker, told.At.AddDays(-1)));
    }

    private static async Task<string?> KnownAt(WorkerHost worker, DateTimeOffset at)
    {
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        var path = $"/api/crossings/torkham/history?at={at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z";
        return JsonElement
            .Parse(await http.GetStringAsync(path, Cancellation))
            .GetProperty("known")
            .GetProperty("status")
            .GetString();
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        await using (await _folder.Open()) { }

        var nothing = await Run("explain", "no-such-id");
        Assert.Equal((1, ""), (nothing.Code, nothing.Output));
        var unknown = await Run("status", "torkam");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("did you mean torkham (Torkham)?", unknown.Error, StringComparison.Ordinal);
        var ambiguous = await Run("status", "Friendship Bridge");
        Assert.Equal(2, ambiguous.Code);
        Assert.Contains("moreh-tamu", ambiguous.Error, StringComparison.Ordinal);
        var quiet = await Run("status");
        Assert.Equal((0, ""), (quiet.Code, quiet.Output));
    }

    [Fact]
    public async Task Looking_makes_no_store()
    {
        var status = await Run("status");

        Assert.Equal(1, status.Code);
        Assert.Contains("there is no store at ", status.Error, StringComparison.Ordinal);
        var deliveries = await Run("deliveries");
        Assert.Equal(1, deliveries.Code);
        Assert.Contains("there is no store at ", deliveries.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private Task<CliResult> Run(params string[] arguments) => Cli.Run("", [.. arguments, "--config", _folder.Path]);

    /// <summary>A worker that has read a quiet backlog and then told of a closure.</summary>
    private async Task<WorkerHost> WithClosure()
    {
        var now = TimeProvider.System.GetUtcNow();
        var quiet = Rss.Item("quiet", "Weather in Quetta", now);
        _server.On("/feed", Rss.Feed(quiet));
        var worker = await _folder.Feeds(("local", _server.Url("/feed"), TimeSpan.FromSeconds(1))).Start();
        await Eventually.Is(
            () => worker.Services.GetRequiredService<FeedStates>().All.Any(state => state.FirstRead is not null),
            "the backlog is read"
        );
        const string Text =
            "The Torkham border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said.";
        _server.On("/feed", Rss.Feed(Rss.Item("closure", "Torkham border crossing closed", now, Text), quiet));
        var alerts = worker.Services.GetRequiredService<AlertStore>();
        await Eventually.Is(async () => (await alerts.List(cancellation: Cancellation)).Count > 0, "an alert");
        return worker;
    }
}

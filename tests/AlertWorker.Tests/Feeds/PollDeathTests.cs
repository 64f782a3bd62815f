using System.Collections.Concurrent;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertWorker.Feeds;

/// <summary>A day of two feeds, lived again and again, the process killed at call 1, 2, … N and started again: the store holds what it holds after the undisturbed day.</summary>
public sealed class PollDeathTests : IDisposable
{
    /// <summary>Most of a life is waiting.</summary>
    private const int AtOnce = 4;

    private static readonly string[] Names = ["a", "b"];
    private static readonly DateTimeOffset Morning = TimeProvider.System.GetUtcNow().AddHours(-2);

    /// <summary>What each feed shows from each step of the day on.</summary>
    private static readonly string[][][] Day =
    [
        [
            [],
            [Item("torkham", "Torkham", "closed")],
        ],
        [
            [Item("closed", "Chaman", "closed")],
            [Item("torkham", "Torkham", "closed")],
        ],
        [
            [Item("reopened", "Chaman", "reopened"), Item("closed", "Chaman", "closed")],
            [Item("reopened", "Torkham", "reopened"), Item("torkham", "Torkham", "closed")],
        ],
    ];

    private readonly WorkerFolder _folder = new();
    private readonly LiveConfiguration _live;
    private readonly LiveDetection _detection;

    public PollDeathTests()
    {
        var reading = ConfigFolder.Read(_folder.Path, new Dictionary<string, string>());
        _live = new LiveConfiguration(
            _folder.Path,
            new Dictionary<string, string>(),
            reading,
            TimeProvider.System,
            NullLogger<LiveConfiguration>.Instance
        );
        _detection = new LiveDetection(_live);
    }

    public static TheoryData<string> Engines => TestStore.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_death_at_any_call_loses_no_change_of_status_and_tells_none_twice(string engine)
    {
        var stores = new ConcurrentBag<TestStore>();
        for (var i = 0; i < AtOnce; i++)
            stores.Add(await TestStore.Open(engine));
        var (calls, undisturbed) = await Live(stores, int.MaxValue);
        Assert.Equal(3, undisturbed.Count(line => line.StartsWith("alert", StringComparison.Ordinal)));
        Assert.InRange(calls, 50, 400);

        var lives = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation };
        await Parallel.ForEachAsync(
            Enumerable.Range(1, calls),
            lives,
            async (at, _) =>
            {
                var (_, held) = await Live(stores, at);
                Assert.Equal([$"killed at {at}", .. undisturbed], held.Prepend($"killed at {at}"));
            }
        );
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    public void Dispose()
    {
        _live.Dispose();
        _folder.Dispose();
    }

    private static string Item(string guid, string gate, string word) =>
        Rss.Item(
            guid,
            $"{gate} border crossing {word}",
            word == "closed" ? Morning : Morning.AddHours(1),
            $"The {gate} border crossing was {word} for all traffic, Assistant Commissioner Arif Kakar said."
        );

    /// <returns>How many calls there were until the day was over or the process dead, and what the store holds in the end.</returns>
    private async Task<(int Calls, IReadOnlyList<string> Held)> Live(ConcurrentBag<TestStore> stores, int deathAt)
    {
        Assert.True(stores.TryTake(out var store));
        await store.Clear();
        await store.Database.DisposeAsync();
        await using var server = new FeedServer();
        var death = new NumberedDeath(deathAt);
        var step = 0;
        foreach (var feed in Names)
            server.On(
                $"/{feed}",
                request =>
                {
                    if (!death.Step())
                        request.Close(reset: true);
                    return request.Closed ? Task.CompletedTask : Show(request, Day[step][Array.IndexOf(Names, feed)]);
                }
            );

        try
        {
            await Poll(
                new MortalDialect.ToTheStatement(store.Dialect(), death.Step),
                server,
                death,
                next => step = next
            );
        }
        catch (Exception e) when (death.IsDead && e is IOException or StoreException)
        {
            // Died at a call of its own.
        }
        var calls = death.Calls;
        death = new NumberedDeath(int.MaxValue);
        await Poll(store.Dialect(), server, death, next => step = Math.Max(step, next));
        await store.Reopen();
        var held = await Held(store.Database);
        stores.Add(store);
        return (calls, held);
    }

    /// <summary>One process: opens the store and polls through the day, each step twice. A killed one's day goes on where it was.</summary>
    private async Task Poll(ISqlDialect dialect, FeedServer server, NumberedDeath death, Action<int> at)
    {
        await using var database = await Database.Open(dialect, Cancellation);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new SteadyClock(TimeProvider.System))
            .AddSingleton(_live)
            .AddStorage(database)
            .AddFeeds()
            .AddSingleton(_detection)
            .BuildServiceProvider();
        await services.GetRequiredService<FeedStates>().Load(Cancellation);
        var turn = services.GetRequiredService<FeedTurn>();
        for (var step = 0; step < Day.Length && !death.IsDead; step++)
        {
            at(step);
            for (var again = 0; again < 2 && !death.IsDead; again++)
                foreach (var feed in Names)
                    await turn.Take(Feed(feed, server), TimeProvider.System.GetUtcNow(), Cancellation);
        }
        if (!death.IsDead)
            await services.GetRequiredService<FeedStates>().Flush(Cancellation);
    }

    private static FeedOptions Feed(string id, FeedServer server) =>
        new()
        {
            Id = id,
            Name = id,
            Url = server.Url($"/{id}").AbsoluteUri,
            Publisher = id,
            Every = TimeSpan.FromMinutes(1),
            FullText = FullText.Never,
        };

    private static Task Show(FeedServer.Request request, string[] items) =>
        request.Answer(200, System.Text.Encoding.UTF8.GetBytes(Rss.Feed([.. items, Rss.Item("quiet", "Weather")])));

    private static async Task<IReadOnlyList<string>> Held(Database database) =>
        [
            .. await database.Query<string>("select 'alert ' || crossing || ' ' || kind from alert order by 1"),
            .. await database.Query<string>(
                "select 'delivery ' || a.crossing || ' ' || a.kind || ' ' || d.address from delivery d join alert a on a.id = d.alert order by 1"
            ),
            .. await database.Query<string>("select 'claim ' || crossing || ' ' || feed from claim order by 1"),
            .. await database.Query<string>("select 'step ' || crossing || ' ' || rule from fold_step order by 1"),
            .. await database.Query<string>("select 'entry ' || feed || ' ' || guid from entry order by 1"),
        ];
}

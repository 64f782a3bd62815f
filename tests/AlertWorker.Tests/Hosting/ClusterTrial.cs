using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlertWorker.Channels;
using AlertWorker.Commands;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Dapper;
using Npgsql;

namespace AlertWorker.Hosting;

/// <summary>Worker processes on one PostgreSQL, with local feeds, a Bot API and a webhook of their own, through whatever happens to them.</summary>
internal sealed class ClusterTrial : IAsyncDisposable
{
    private const int Chats = 4;
    private const int Phases = 4;

    private readonly TrialPlan _plan;
    private readonly TrialNews _news;
    private readonly FeedServer[] _feeds;
    private readonly List<string>[] _items;
    private readonly List<(WorkerFolder Folder, Cli Process, ConcurrentQueue<string> Log)> _nodes = [];
    private PostgresServer _postgres = null!;
    private TelegramServer _telegram = null!;
    private WebhookServer _hook = null!;
    private string _connection = "";
    private int _told;
    private int _asked;

    private ClusterTrial(TrialPlan plan)
    {
        _plan = plan;
        _news = new TrialNews(plan.Crossings);
        _feeds = [.. Enumerable.Range(0, plan.Feeds).Select(_ => new FeedServer())];
        _items = [.. Enumerable.Range(0, plan.Feeds).Select(feed => new List<string> { TrialNews.Quiet(feed) })];
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the nodes and lets them read the backlog.</summary>
    public static async Task<ClusterTrial> Start(TrialPlan plan, int nodes)
    {
        var trial = new ClusterTrial(plan)
        {
            _postgres = await PostgresServer.Start(),
            _telegram = await TelegramServer.Start(),
            _hook = await WebhookServer.Start(),
        };
        trial._connection = await trial._postgres.NewDatabase();
        for (var feed = 0; feed < plan.Feeds; feed++)
            trial.Publish(feed);
        for (var node = 0; node < nodes; node++)
            trial.AddNode();
        await Eventually.Is(
            async () => await trial.Count("select count(*) from feed_state") == plan.Feeds,
            "every feed has been read once",
            180
        );
        return trial;
    }

    /// <summary>Closes the crossings, a part at each phase, while something happens; then reopens them all.</summary>
    /// <param name="happens">One thing for each phase.</param>
    public async Task<TrialOutcome> Run(params Func<ClusterTrial, Task>[] happens)
    {
        for (var phase = 0; phase < Phases; phase++)
        {
            Tell("closed", phase);
            Ask();
            if (phase < happens.Length)
                await happens[phase](this);
            Ask();
            await Settled($"the news of phase {phase}");
        }
        for (var phase = 0; phase < Phases; phase++)
            Tell("reopened", phase);
        await Settled("the reopening");
        await Eventually.Is(() => Unanswered() == 0, "the bot answers");
        return new TrialOutcome(
            await Alerts(),
            [.. Inbox().Order(StringComparer.Ordinal)],
            _feeds.Max(feed => feed.MostAtOnce),
            _telegram.Conflicts,
            Unanswered()
        );
    }

    /// <summary>How long after the death of a node every feed had been polled again.</summary>
    public TimeSpan TakeOver { get; private set; }

    /// <summary>A node dies and another one comes in its place.</summary>
    public async Task Kill(int node)
    {
        await Moment();
        await _nodes[node].Process.Kill();
        var (died, seen) = (TimeProvider.System.GetTimestamp(), _feeds.Select(feed => feed.Requests.Count).ToList());
        AddNode();
        await Eventually.Is(
            () => _feeds.Zip(seen).All(pair => pair.First.Requests.Count > pair.Second),
            "the feeds of the dead node are polled again"
        );
        TakeOver = TimeProvider.System.GetElapsedTime(died);
    }

    /// <summary>A node is frozen, wakes up, and goes on as if nothing had been.</summary>
    public async Task Freeze(int node)
    {
        await Moment();
        await _nodes[node].Process.Nudge("STOP");
        Ask();
        await Task.Delay(_plan.Frozen, Cancellation);
        await _nodes[node].Process.Nudge("CONT");
    }

    /// <summary>The database crashes and comes back.</summary>
    public async Task RestartDatabase()
    {
        await Moment();
        await _postgres.End();
        await Task.Delay(_plan.Away, Cancellation);
        await _postgres.Begin();
    }

    /// <summary>What the nodes wrote into their logs, warnings and worse.</summary>
    public IEnumerable<string> Complaints() =>
        _nodes.SelectMany(
            (node, number) =>
                node
                    .Log.Where(line =>
                        line.Contains("warn:", StringComparison.Ordinal)
                        || line.Contains("fail:", StringComparison.Ordinal)
                        || line.Contains("crit:", StringComparison.Ordinal)
                    )
                    .Select(line => $"node {number}: {line}")
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var (folder, process, _) in _nodes)
        {
            process.Dispose();
            folder.Dispose();
        }
        foreach (var feed in _feeds)
            await feed.DisposeAsync();
        await _telegram.DisposeAsync();
        await _hook.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
    }

    private void AddNode()
    {
        var folder = new WorkerFolder();
        folder.Feeds([.. _feeds.Select((server, i) => ($"feed-{i}", server.Url("/feed"), _plan.Every))]);
        folder.Write(
            "appsettings.json",
            JsonSerializer.Serialize(
                new
                {
                    AlertWorker = new
                    {
                        DataDirectory = folder.Data,
                        Storage = new { Provider = "postgres", ConnectionString = _connection },
                        Web = new { Urls = "http://127.0.0.1:0" },
                        Telegram = new { BotToken = TelegramServer.Token, ApiBaseUrl = _telegram.Url },
                        Http = new { AllowPrivateNetworks = true },
                    },
                }
            )
        );
        var readers = Enumerable
            .Range(1, Chats)
            .Select(chat => new
            {
                id = $"reader-{chat}",
                to = new[] { $"telegram:{chat}", _hook.Url },
                crossings = _news.Crossings.Select(c => c.Id).Where((_, i) => i % Chats == chat - 1),
            });
        folder.Write("subscribers.json", JsonSerializer.Serialize(new { subscribers = readers }));
        var process = new Cli("run", "--config", folder.Path);
        _nodes.Add((folder, process, process.Log()));
    }

    private void Tell(string word, int phase)
    {
        for (var i = phase; i < _news.Crossings.Count; i += Phases)
        {
            _items[i].Insert(0, TrialNews.Item(_news.Crossings[i].Name, word));
            Publish(i);
            _told++;
        }
    }

    /// <summary>Answers take a while, so that polls of one feed that overlap are seen.</summary>
    private void Publish(int feed)
    {
        var body = Encoding.UTF8.GetBytes(Rss.Feed([.. _items[feed]]));
        _feeds[feed]
            .On(
                "/feed",
                async request =>
                {
                    await Task.Delay(200, request.Stop);
                    await request.Answer(200, body);
                }
            );
    }

    private void Ask()
    {
        var id = ++_asked;
        var text = new JsonObject
        {
            ["message_id"] = id,
            ["date"] = 1_700_000_000,
            ["text"] = "/help",
            ["chat"] = new JsonObject { ["id"] = 1000 + id, ["type"] = "private" },
            ["from"] = new JsonObject
            {
                ["id"] = 1000 + id,
                ["is_bot"] = false,
                ["first_name"] = "x",
            },
        };
        _telegram.Update(new JsonObject { ["update_id"] = id, ["message"] = text });
    }

    private int Unanswered() =>
        Enumerable
            .Range(1, _asked)
            .Count(id => _telegram.Texts((1000 + id).ToString(CultureInfo.InvariantCulture)).Count == 0);

    /// <summary>Some moment while feeds are being polled.</summary>
    private Task Moment() => Task.Delay(_plan.Every * Random.Shared.NextDouble(), Cancellation);

    private Task Settled(string what) =>
        Eventually.Is(
            async () =>
                await Count("select count(*) from alert") >= _told
                && await Count("select count(*) from delivery where state = 'waiting'") == 0,
            what,
            (int)_plan.Patience.TotalSeconds
        );

    private async Task<IReadOnlyList<string>> Alerts()
    {
        await using var connection = new NpgsqlConnection(_connection);
        return [.. await connection.QueryAsync<string>("select crossing || ' ' || kind from alert order by 1")];
    }

    private async Task<long> Count(string sql)
    {
        try
        {
            await using var connection = new NpgsqlConnection(_connection);
            return await connection.ExecuteScalarAsync<long>(sql);
        }
        catch (NpgsqlException)
        {
            return -1; // it is away, or has no tables yet
        }
    }

    private IEnumerable<string> Inbox()
    {
        for (var chat = 1; chat <= Chats; chat++)
            foreach (var text in _telegram.Texts(chat.ToString(CultureInfo.InvariantCulture)))
                yield return $"chat {chat}: {text.Split('\n')[0].Split(" – ")[0]}";
        foreach (var (headers, _) in _hook.Got)
            yield return $"hook: {headers["webhook-id"]}";
    }
}

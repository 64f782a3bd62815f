using System.Text;
using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace AlertWorker.Hosting;

/// <summary>
/// The same day again and again, from the feed to the inboxes: the process dies at call 1, 2, … N to the database, the feed, Telegram, the
/// mail server and a webhook, before the effect and after it, and is started again. Every inbox is that of the undisturbed day.
/// </summary>
public sealed class NumberedDayTests : IDisposable
{
    private static readonly string[] Readers = ["telegram:1", "mailto:ops@acme.example"];
    private static readonly DateTimeOffset Morning = new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero);

    private readonly WorkerFolder _folder = new();
    private readonly LiveConfiguration _live;
    private readonly LiveDetection _detection;

    public NumberedDayTests()
    {
        _folder.Write(
            "subscribers.json",
            $$"""{ "subscribers": [ { "id": "acme", "to": ["{{string.Join("\", \"", Readers)}}"], "crossings": ["torkham"] } ] }"""
        );
        var reading = ConfigFolder.Read(_folder.Path, _folder.Environment);
        _live = new LiveConfiguration(
            _folder.Path,
            _folder.Environment,
            reading,
            TimeProvider.System,
            NullLogger<LiveConfiguration>.Instance
        );
        _detection = new LiveDetection(_live);
    }

    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_death_at_any_call_loses_nothing_and_doubles_at_most_one_message_a_reader(string engine)
    {
        var (calls, undisturbed) = await Live(engine, int.MaxValue);
        Assert.Equal(
            [
                "1|CLOSED: Torkham ",
                "1|REOPENED: Torkham ",
                "hook|closed",
                "hook|reopened",
                "ops|CLOSED: Torkham ",
                "ops|REOPENED: Torkham ",
            ],
            undisturbed.Select(message => message.Words).Order(StringComparer.Ordinal)
        );
        Assert.InRange(calls, 100, 1000);
        TestContext.Current.TestOutputHelper!.WriteLine($"{calls} calls on {engine}");

        // Each life is mostly waiting, so several are lived at a time.
        var lives = new ParallelOptions
        {
            MaxDegreeOfParallelism = 8,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForEachAsync(
            Enumerable.Range(1, calls),
            lives,
            async (at, _) =>
            {
                var (_, inbox) = await Live(engine, at);
                var words = inbox.GroupBy(message => message.Words).ToArray();
                Assert.Equal(
                    undisturbed.Select(message => message.Words).Order(StringComparer.Ordinal),
                    words.Select(same => same.Key).Order(StringComparer.Ordinal)
                );
                // A Telegram message has no id of its own to compare: the same words and times are the same message.
                Assert.All(words, same => Assert.Single(same.Select(message => message.Id).Distinct()));
                Assert.All(
                    inbox.GroupBy(message => message.Reader),
                    reader => Assert.InRange(reader.Count() - reader.DistinctBy(m => m.Words).Count(), 0, 1)
                );
            }
        );
    }

    public void Dispose()
    {
        _live.Dispose();
        _folder.Dispose();
    }

    private async Task<(int Calls, List<Arrived> Inbox)> Live(string engine, int deathAt)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.DisposeAsync();
        var day = new Day(store.Dialect, deathAt);
        await using (day)
        {
            await day.Open();
            try
            {
                await Run(day, from: 0);
            }
            catch (Exception e) when (e is IOException or StoreException)
            {
                // Died at a call of its own.
            }
            var calls = day.Death.Calls;
            if (day.Death.IsDead)
            {
                await day.Revive();
                await Run(day, day.Shown);
            }
            return (calls, day.Inbox());
        }
    }

    /// <summary>One process: from the given document of the day to the last, or to its death.</summary>
    private async Task Run(Day day, int from)
    {
        await using var rig = await Rig.Start(day.Options);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(day.Time)
            .AddSingleton(new SteadyClock(day.Time))
            .AddStorage(rig.Database)
            .AddFeeds()
            .AddSingleton(_live)
            .AddSingleton(_detection)
            .AddSingleton(rig.Signal)
            .BuildServiceProvider();
        await services.GetRequiredService<FeedStates>().Load(CancellationToken.None);
        for (var document = from; document < Day.Documents && !day.Death.IsDead; document++)
        {
            day.Show(document);
            // A feed that broke off is asked again.
            for (var polls = 0; polls < 2; polls++)
                await services
                    .GetRequiredService<FeedTurn>()
                    .Take(day.Feed, day.Time.GetUtcNow(), CancellationToken.None);
            await Rig.Until(async () => day.Death.IsDead || await day.Waiting() == 0);
        }
    }

    /// <summary>A message in an inbox.</summary>
    private sealed record Arrived(string Reader, string Words, string Id);

    /// <summary>The world of one life: store, clock and servers, which outlive the process.</summary>
    /// <param name="engine">A way to the store, a new one for each process.</param>
    private sealed class Day(Func<ISqlDialect> engine, int deathAt) : IAsyncDisposable
    {
        private readonly FeedServer _feeds = new();
        private readonly SmtpListener _mail = new();
        private TelegramServer _telegram = null!;
        private WebhookServer _hook = null!;
        private ISqlDialect _beside = null!;

        public static int Documents => Texts.Length;

        public NumberedDeath Death { get; } = new(deathAt);

        public RigOptions Options { get; } = new() { Grace = TimeSpan.FromMilliseconds(50) };

        public FakeTimeProvider Time { get; } = new(Morning);

        public int Shown { get; private set; }

        public FeedOptions Feed =>
            new()
            {
                Id = "local",
                Name = "local",
                Url = _feeds.Url("/feed").AbsoluteUri,
                Publisher = "local",
                Every = TimeSpan.FromMinutes(1),
                FullText = FullText.Never,
            };

        private static string[] Texts { get; } =
        [
            Rss.Item("weather", "Weather in Quetta", Morning),
            Rss.Item(
                "closed",
                "Torkham border crossing closed",
                Morning.AddHours(1),
                "The Torkham border crossing has been closed for all traffic, Assistant Commissioner Arif Kakar said on Wednesday."
            ),
            Rss.Item(
                "reopened",
                "Torkham border crossing reopened",
                Morning.AddHours(4),
                "The Torkham border crossing has reopened for all traffic, Assistant Commissioner Arif Kakar said on Wednesday."
            ),
        ];

        public async Task Open()
        {
            (_telegram, _hook) = (await TelegramServer.Start(), await WebhookServer.Start());
            Options.Use(_telegram);
            Options.Use(_mail);
            Options.Time = Time;
            Options.Engine = engine;
            Options.Dialect = inner => new MortalDialect.ToTheStatement(inner, Death.Step);
            (_telegram.Lives, _mail.Lives, _hook.Lives) = (Death.Step, Death.Step, Death.Step);
            _beside = engine();
            await using var store = await Database.OpenBeside(engine());
            await new SubscriberStore(store, Time).Save(
                new Subscriber
                {
                    Id = "desk",
                    To = [_hook.Url],
                    Crossings = ["torkham"],
                }
            );
        }

        /// <summary>A new process in the same world. What the dead one held is free after its lease.</summary>
        public async Task Revive()
        {
            (_telegram.Lives, _mail.Lives, _hook.Lives) = (() => true, () => true, () => true);
            Options.Dialect = inner => inner;
            Death.Revive();
            Time.Advance(TimeSpan.FromSeconds(31));
            // Leases go by the database's own clock, which nobody here can set: their time is made to be over.
            await using var store = await Database.OpenBeside(engine());
            foreach (var over in new[] { "update delivery set lease = 0", "update lease set until = 0" })
                await store.Query<long>(over);
        }

        public void Show(int document)
        {
            Shown = document;
            var hour = Morning.AddHours((document * 3) - 1).AddMinutes(1);
            if (Time.GetUtcNow() < hour)
                Time.Advance(hour - Time.GetUtcNow());
            var body = Encoding.UTF8.GetBytes(Rss.Feed([.. Texts.Take(document + 1).Reverse()]));
            _feeds.On(
                "/feed",
                request =>
                {
                    if (Death.Step())
                        return request.Answer(200, body);
                    request.Close();
                    return Task.CompletedTask;
                }
            );
        }

        /// <summary>Looks past the dying store, so that looking is no call of the process.</summary>
        public async Task<long> Waiting()
        {
            await using var beside = await _beside.Connect(CancellationToken.None);
            await using var count = beside.CreateCommand();
            count.CommandText = "select count(*) from delivery where state = 'waiting'";
            return (long)(await count.ExecuteScalarAsync())!;
        }

        public List<Arrived> Inbox() =>
            [
                .. _telegram.Texts("1").Select(text => new Arrived("1", $"1|{text.Split('–')[0]}", text)),
                .. _mail.Mails.Select(mail =>
                {
                    using var read = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(mail.Source)));
                    return new Arrived("ops", $"ops|{read.Subject!.Split('–')[0]}", read.MessageId!);
                }),
                .. _hook.Got.Select(got => new Arrived(
                    "hook",
                    $"hook|{JsonDocument.Parse(got.Body).RootElement.GetProperty("kind").GetString()}",
                    got.Headers["webhook-id"]
                )),
            ];

        public async ValueTask DisposeAsync()
        {
            await _beside.DisposeAsync();
            await _telegram.DisposeAsync();
            await _hook.DisposeAsync();
            await _mail.DisposeAsync();
            await _feeds.DisposeAsync();
            Options.Dispose();
        }
    }
}

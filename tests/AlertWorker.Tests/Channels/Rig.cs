using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

/// <summary>The delivering side on a real SQLite file, with real channels against local servers.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly MessageWorld _world;
    private readonly EmailChannel _email;
    private readonly WebhookChannel _webhook;
    private readonly DeliveryMetrics _metrics = new();
    private readonly LogCatcher<DeliverJob> _logs = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _ticking;

    private Rig(Database database, RigOptions options)
    {
        var time = options.Time;
        Database = database;
        _world = new MessageWorld(
            new Dictionary<string, Crossing> { ["torkham"] = SomeAlert.Torkham },
            SomeAlert.Catalogs,
            options.PublicUrl
        );
        Deliveries = new DeliveryStore(database, time);
        Addresses = new AddressStore(database, time);
        Threads = new ThreadStore(database);
        Subscribers = new SubscriberStore(database, time);
        Gate = new TelegramGate(() => options.Telegram, options.Limits, time);
        _email = new EmailChannel(() => options.Email, time)
        {
            Trust = (_, shown, _, _) => shown?.GetCertHashString() == SmtpListener.Certificate.GetCertHashString(),
        };
        _webhook = new WebhookChannel(() => new HttpOptions { AllowPrivateNetworks = options.AllowPrivate }, time);
        Channels = new ChannelList(
            new ConsoleChannel(Printed),
            new TelegramChannel(Gate, new AlertButtons(() => _world, () => options.Telegram.BotToken)),
            _email,
            _webhook
        );
        var people = new SubscriberDirectory(() => Configured, Subscribers);
        var sources = new MessageSources(new AlertStore(database), Addresses);
        Watch = new StoreWatch(database, time, NullLogger<StoreWatch>.Instance);
        Parts = new PumpParts(
            Deliveries,
            Signal,
            new LeaseStore(database, time),
            Watch,
            new MessageWriter(() => _world, sources, people, time),
            new Settling(new RetiredNotice(people, Addresses, () => _world), time, new Random(1)),
            _metrics,
            Guid.NewGuid().ToString("N"),
            time
        );
        Job = new DeliverJob(Channels, Parts, database, _logs) { Grace = options.Grace };
        _ticking = time is FakeTimeProvider fake ? Tick(fake) : Task.CompletedTask;
    }

    public Database Database { get; }
    public DeliveryStore Deliveries { get; }
    public AddressStore Addresses { get; }
    public ThreadStore Threads { get; }
    public SubscriberStore Subscribers { get; }
    public TelegramGate Gate { get; }
    public ChannelList Channels { get; }
    public StoreWatch Watch { get; }
    public PumpParts Parts { get; }
    public DeliverJob Job { get; }
    public DeliveryMetrics Metrics => _metrics;
    public DeliverySignal Signal { get; } = new();
    public StringWriter Printed { get; } = new();
    public List<Subscriber> Configured { get; } = [];
    public string Logs => _logs.ToString();

    /// <summary>When a clock of the test stops, so that what is due later does not come by itself, however long the test takes; null for never.</summary>
    public DateTimeOffset? ClockStopsAt { get; set; }

    /// <summary>Opens the store and starts the job.</summary>
    public static async Task<Rig> Start(RigOptions options)
    {
        var rig = await Open(options);
        await rig.Job.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>Opens the store; nothing is sent yet.</summary>
    public static async Task<Rig> Open(RigOptions options) =>
        new(await Database.Open(options.Dialect(options.Engine?.Invoke() ?? new SqliteDialect(options.File))), options);

    /// <summary>Commits alerts and their deliveries as the other side of the worker does, then wakes the job.</summary>
    public async Task Tell(Alert alert, params IEnumerable<string> addresses)
    {
        await Database.Write(async transaction =>
        {
            await AlertStore.Add(transaction, alert);
            await Deliveries.Add(
                transaction,
                addresses.Select(address => Delivery(alert, address) with { NotBefore = Parts.Time.GetUtcNow() })
            );
        });
        Signal.Wake();
    }

    /// <summary>As the other side makes it, due long ago.</summary>
    public static Delivery Delivery(Alert alert, string address) =>
        new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alert.Id} {address}")).AsSpan(0, 12)),
            alert.Id,
            alert.Incident,
            "acme",
            address,
            "en",
            "Asia/Karachi",
            alert.Loud,
            DateTimeOffset.UnixEpoch
        );

    /// <summary>Waits until something holds.</summary>
    public static Task Until(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        Eventually.Is(holds, what);

    public static Task Until(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        Eventually.Is(holds, what);

    /// <summary>How long the next delivery of a channel has to wait; null when none does.</summary>
    public async Task<TimeSpan?> Wait(string scheme) =>
        await Deliveries.NextDue(scheme, CancellationToken.None) - Parts.Time.GetUtcNow();

    public async Task<long> Count(string state) =>
        (await Deliveries.Counts(CancellationToken.None)).GetValueOrDefault(state);

    public async Task<string[]> RetiredAddresses() =>
        [.. await Database.Query<string>("select address from address where retired is not null")];

    public async Task<long> Rows(string table) => (await Database.Query<long>($"select count(*) from {table}"))[0];

    /// <summary>What channels answered, oldest first.</summary>
    public async Task<string[]> Answers() =>
        [.. await Database.Query<string>("select coalesce(detail, '') from receipt order by id")];

    public Task Settled() => Until(async () => await Count("waiting") == 0, "nothing waits");

    /// <summary>A clock of the test goes on, never faster than the real one, so that nothing runs into a time-out by itself; the test moves it over longer waits.</summary>
    private async Task Tick(FakeTimeProvider time)
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(10);
            if (ClockStopsAt is not { } end || time.GetUtcNow() < end)
                time.Advance(TimeSpan.FromMilliseconds(10));
        }
    }

    public async ValueTask DisposeAsync()
    {
        ClockStopsAt = null;
        await Job.StopAsync(CancellationToken.None);
        Job.Dispose();
        await _end.CancelAsync();
        await _ticking;
        _end.Dispose();
        await _email.DisposeAsync();
        _webhook.Dispose();
        Gate.Dispose();
        _metrics.Dispose();
        await Printed.DisposeAsync();
        await Database.DisposeAsync();
    }
}

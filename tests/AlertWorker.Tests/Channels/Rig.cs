using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertWorker.Channels;

/// <summary>The delivering side on a real SQLite file, with real channels against local servers.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly MessageWorld _world;
    private readonly EmailChannel _email;
    private readonly WebhookChannel _webhook;
    private readonly DeliveryMetrics _metrics = new();
    private readonly LogCatcher<DeliverJob> _logs = new();

    private Rig(Database database, RigOptions options)
    {
        var time = TimeProvider.System;
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
            new Settling(Addresses, new RetiredNotice(people, Addresses, () => _world), time, new Random(1)),
            _metrics,
            Guid.NewGuid().ToString("N"),
            time
        );
        Job = new DeliverJob(Channels, Parts, database, _logs) { Grace = options.Grace };
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
    public DeliverySignal Signal { get; } = new();
    public StringWriter Printed { get; } = new();
    public List<Subscriber> Configured { get; } = [];
    public string Logs => _logs.ToString();

    /// <summary>Opens the store and starts the job.</summary>
    public static async Task<Rig> Start(RigOptions options)
    {
        var rig = await Open(options);
        await rig.Job.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>Opens the store; nothing is sent yet.</summary>
    public static async Task<Rig> Open(RigOptions options) =>
        new(await Database.Open(options.Dialect(new SqliteDialect(options.File))), options);

    /// <summary>Commits alerts and their deliveries as the other side of the worker does, then wakes the job.</summary>
    public async Task Tell(Alert alert, params IEnumerable<string> addresses)
    {
        await Database.Write(async transaction =>
        {
            await AlertStore.Add(transaction, alert);
            await Deliveries.Add(transaction, addresses.Select(address => Delivery(alert, address)));
        });
        Signal.Wake();
    }

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
            DateTimeOffset.UtcNow
        );

    /// <summary>Waits until something holds; fails the test when it does not within the time.</summary>
    public static async Task Until(Func<Task<bool>> holds, double seconds = 12)
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(seconds);
        while (!await holds())
        {
            Assert.True(DateTimeOffset.UtcNow < deadline, "did not come true in time");
            await Task.Delay(20);
        }
    }

    public static Task Until(Func<bool> holds, double seconds = 12) => Until(() => Task.FromResult(holds()), seconds);

    public async Task<long> Count(string state) =>
        (await Deliveries.Counts(CancellationToken.None)).GetValueOrDefault(state);

    public async Task<string[]> RetiredAddresses() => [.. (await Addresses.Retired()).Select(row => row.Address)];

    public async Task<long> Rows(string table) => (await Database.Query<long>($"select count(*) from {table}"))[0];

    /// <summary>What channels answered, oldest first.</summary>
    public async Task<string[]> Answers() =>
        [.. await Database.Query<string>("select coalesce(detail, '') from receipt order by id")];

    public Task Settled(double seconds = 12) => Until(async () => await Count("waiting") == 0, seconds);

    public async ValueTask DisposeAsync()
    {
        await Job.StopAsync(CancellationToken.None);
        Job.Dispose();
        await _email.DisposeAsync();
        _webhook.Dispose();
        Gate.Dispose();
        _metrics.Dispose();
        await Printed.DisposeAsync();
        await Database.DisposeAsync();
    }
}

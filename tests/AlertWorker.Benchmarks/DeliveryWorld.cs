using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertWorker.Benchmarks;

/// <summary>The delivering side as the worker runs it, on a SQLite file of its own.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly Crossing Torkham = new()
    {
        Id = "torkham",
        Name = "Torkham",
        Countries = ["PK", "AF"],
    };

    private static Alert Closed(int number) =>
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"a{number}"),
            At = Now,
            Incident = string.Create(CultureInfo.InvariantCulture, $"torkham/{number}"),
            Crossing = "torkham",
            Kind = AlertKind.Closed,
            Status = Status.Closed,
            Before = Status.Open,
            Flows = Torkham.Flows.ToDictionary(flow => flow, _ => Status.Closed),
            Certainty = Certainty.Possible,
            Since = Now.AddHours(-3),
            Cause = "armed-clash",
            Quotes =
            [
                new Quote(
                    "entry-1",
                    "the gate has been shut for all kinds of vehicles since the morning",
                    new Speaker("Gul Rahman", "deputy commissioner", "PK", SpeakerKind.Official),
                    "Border Daily",
                    "https://news.example/story?id=1&lang=en",
                    Now.AddMinutes(-20),
                    Status.Closed
                ),
            ],
            Reason = "first-claim",
        };

    private readonly DirectoryInfo _folder;
    private readonly Database _database;
    private readonly ServiceProvider _services;
    private int _alerts;

    private DeliveryWorld(DirectoryInfo folder, Database database, TelegramOptions telegram, EmailOptions email)
    {
        (_folder, _database) = (folder, database);
        var catalogs = new MessageCatalogs(
            Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "config", "messages"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => MessageCatalog.Parse(File.ReadAllText(file)))
        );
        var world = new MessageWorld(
            new Dictionary<string, Crossing>(StringComparer.Ordinal) { [Torkham.Id] = Torkham },
            catalogs,
            PublicUrl: null
        );
        var time = TimeProvider.System;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(database)
            .AddSingleton(TelegramLimits.None)
            .AddSingleton<Func<MessageWorld>>(() => world)
            .AddSingleton(new TelegramGate(() => telegram, TelegramLimits.None, time))
            .AddSingleton(new AlertButtons(() => world, () => telegram.BotToken))
            .AddSingleton(new EmailChannel(() => email, time))
            .AddSingleton(new WebhookChannel(() => new HttpOptions(), time))
            .AddSingleton(provider => new SubscriberDirectory(() => [], provider.GetRequiredService<SubscriberStore>()))
            .AddChannelList()
            .BuildServiceProvider();
    }

    public static async Task<DeliveryWorld> Open(TelegramOptions telegram, EmailOptions email)
    {
        var folder = Directory.CreateTempSubdirectory("alertworker-benchmark-");
        var database = await Database.Open(new SqliteDialect(Path.Combine(folder.FullName, "aw.db")));
        return new DeliveryWorld(folder, database, telegram, email);
    }

    /// <summary>Commits an alert of its own to so many addresses.</summary>
    /// <param name="address">From the number of the reader.</param>
    public Task Queue(int readers, Func<int, string> address) =>
        _database.Write(async transaction =>
        {
            var alert = Closed(++_alerts);
            await AlertStore.Add(transaction, alert);
            await _services
                .GetRequiredService<DeliveryStore>()
                .Add(
                    transaction,
                    Enumerable
                        .Range(1, readers)
                        .Select(reader => new Delivery(
                            string.Create(CultureInfo.InvariantCulture, $"{_alerts:x8}{reader:x16}"),
                            alert.Id,
                            alert.Incident,
                            "reader",
                            address(reader),
                            "en",
                            "Asia/Karachi",
                            Urgent: true,
                            Now
                        ))
                );
        });

    /// <summary>Runs the job until the given moment, then stops it.</summary>
    public async Task DeliverUntil(Task end)
    {
        var job = new DeliverJob(
            _services.GetRequiredService<ChannelList>(),
            _services.GetRequiredService<PumpParts>(),
            _database,
            NullLogger<DeliverJob>.Instance
        );
        using (job)
        {
            await job.StartAsync(CancellationToken.None);
            await end;
            await job.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>How many deliveries are written down as sent.</summary>
    public async Task<long> Sent() =>
        (await _services.GetRequiredService<DeliveryStore>().Counts(CancellationToken.None)).GetValueOrDefault("sent");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

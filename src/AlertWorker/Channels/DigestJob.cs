using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Once a day, at the hour each subscriber chose: the state of everything followed that is not simply open.</summary>
public sealed partial class DigestJob(
    DigestSources sources,
    DeliveryStore deliveries,
    DeliverySignal signal,
    TimeProvider time,
    ILogger<DigestJob> logger
) : BackgroundService
{
    /// <summary>A worker that was down at the hour makes up for it within this time.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, DateOnly> _made = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Make(stoppingToken);
            }
            catch (DbException)
            {
                // The store is away, and that is told elsewhere; there is time to make up for it.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
    }

    /// <summary>Queues every digest that is due and was not made today. The same digest twice is one row, also across nodes.</summary>
    public async Task Make(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = (await sources.Subscribers(cancellation))
            .Where(s => DueOn(s, now) is { } day && _made.GetValueOrDefault(s.Id) != day)
            .ToArray();
        if (due.Length == 0)
            return;
        var book = await sources.Statuses.Book(cancellation);
        await deliveries.Add(due.SelectMany(subscriber => Of(subscriber, book, now)), cancellation);
        foreach (var subscriber in due)
            _made[subscriber.Id] = DueOn(subscriber, now)!.Value;
        signal.Wake();
    }

    private IEnumerable<(Delivery, DeliveryNote)> Of(
        Subscriber subscriber,
        Crossings.CrossingBook book,
        DateTimeOffset now
    )
    {
        var world = sources.World();
        var catalog = world.Catalogs.For(subscriber.Language);
        var clock = ZoneClock.For(subscriber.TimeZone, catalog);
        var lines = book
            .Statuses.Where(status => status.Headline is Status.Closed or Status.Restricted || status.Disputed)
            .Select(status => (Status: status, Crossing: world.Crossings.GetValueOrDefault(status.Crossing)))
            .Where(known =>
                known.Crossing is { } c && AlertRouting.Follows(subscriber, c.Id, c.Countries, sources.Corridors())
            )
            .OrderByDescending(known => known.Status.Headline)
            .Select(known => StatusWording.Line(known.Status, known.Crossing!, catalog, clock).Text)
            .ToArray();
        var note = new DeliveryNote(
            string.Concat(
                catalog.Text("digest.title", ("day", new MessageSpan(clock.Day(now)))).Select(span => span.Text)
            ),
            lines.Length > 0 ? string.Join('\n', lines) : catalog.Plain("digest.none")
        );
        return subscriber.To.Select(address =>
            (
                new Delivery(
                    Id(subscriber, address, now),
                    null,
                    null,
                    subscriber.Id,
                    address,
                    subscriber.Language,
                    subscriber.TimeZone,
                    Urgent: false,
                    now
                ),
                note
            )
        );
    }

    /// <summary>The local day whose digest is due now; null when none is.</summary>
    private static DateOnly? DueOn(Subscriber subscriber, DateTimeOffset now)
    {
        if (subscriber.Digest is not { } at)
            return null;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(subscriber.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var since = local.TimeOfDay - at.ToTimeSpan();
        return since >= TimeSpan.Zero && since < Late ? DateOnly.FromDateTime(local.DateTime) : null;
    }

    private static string Id(Subscriber subscriber, string address, DateTimeOffset now) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        $"digest\n{subscriber.Id}\n{address}\n{DueOn(subscriber, now)?.ToString("O", CultureInfo.InvariantCulture)}"
                    )
                )
                .AsSpan(0, 12)
        );

    [LoggerMessage(LogLevel.Error, "Digests could not be made; trying again")]
    private partial void LogFailed(Exception e);
}

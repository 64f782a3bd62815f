using System.Data.Common;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Drains the deliveries, each channel by itself, so that a failing one never holds up another. A stop lets what is in flight finish.</summary>
public sealed partial class DeliverJob(
    ChannelList channels,
    PumpParts parts,
    Database database,
    ILogger<DeliverJob> logger
) : BackgroundService
{
    /// <summary>How long a stop waits for answers; the worker has ten seconds in all.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Recover(stoppingToken);
        using var abandon = new CancellationTokenSource();
        await using var grace = stoppingToken.UnsafeRegister(_ => abandon.CancelAfter(Grace), null);
        await Task.WhenAll(
            channels.All.Select(channel => new ChannelPump(channel, parts, logger).Run(stoppingToken, abandon.Token))
        );
        await GiveBack();
    }

    /// <summary>One process owns this store: whatever is leased was left by a crash, and goes back at once.</summary>
    private async Task Recover(CancellationToken stopping)
    {
        var trouble = new Trouble(parts.Time);
        while (database.Dialect.OneWriter && !stopping.IsCancellationRequested)
            try
            {
                await parts.Store.Release(node: null, stopping);
                return;
            }
            catch (DbException e)
            {
                parts.Watch.Lost(e);
                await trouble.Rest(stopping);
            }
    }

    private async Task GiveBack()
    {
        try
        {
            await parts.Store.Release(parts.Node, CancellationToken.None);
            await parts.Leases.Release(parts.Node, CancellationToken.None);
        }
        catch (DbException e)
        {
            LogNotGivenBack(e); // the leases end by themselves
        }
    }

    [LoggerMessage(LogLevel.Warning, "Leases could not be given back; they end by themselves")]
    private partial void LogNotGivenBack(Exception e);
}

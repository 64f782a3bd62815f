using System.Data.Common;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Hosting;

/// <summary>Keeps a node in step with its cluster: the common clock, what the others learn of feeds, and whether all run on one configuration.</summary>
public sealed partial class NodeWatch(
    NodeStore nodes,
    FeedStates states,
    LiveConfiguration live,
    SteadyClock clock,
    ILogger<NodeWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Nobody's clock is kept better than that without somebody caring for it.</summary>
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(10);

    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}";
    private string? _told;
    private bool _wrong;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (DbException)
            {
                // The store is away, and that is told by those who miss it more.
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await nodes.Leave(_node, cancellationToken);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            // The store is away, or the time for stopping is over: it is forgotten within a minute.
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        Compare(await nodes.Now(stopping));
        await states.Load(stopping);
        foreach (var gone in await nodes.CheckIn(_node, live.Current.Marks, stopping))
            LogGone(gone);
        if (nodes.Difference == _told)
            return;
        _told = nodes.Difference;
        if (_told is null)
            LogAgree();
        else
            LogDiffer(_node, _told);
    }

    private void Compare(DateTimeOffset common)
    {
        clock.Follow(common);
        var ahead = clock.Wall.GetUtcNow() - common;
        var wrong = ahead.Duration() > Tolerable;
        if (wrong && !_wrong)
            LogClock(ahead);
        _wrong = wrong;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The nodes do not run on the same configuration. Seen from {Node}: {Difference}. Give all of them the same files"
    )]
    private partial void LogDiffer(string node, string difference);

    [LoggerMessage(LogLevel.Warning, "Node {Node} has not been heard of for a minute; the others do its work")]
    private partial void LogGone(string node);

    [LoggerMessage(LogLevel.Information, "All nodes run on the same configuration again")]
    private partial void LogAgree();

    [LoggerMessage(
        LogLevel.Warning,
        "The clock of this node is {Time} ahead of the database's. Polls keep their pace; alerts it decides carry its time. Set it right"
    )]
    private partial void LogClock(TimeSpan time);
}

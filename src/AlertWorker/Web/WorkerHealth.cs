using System.Data.Common;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Quartz;

namespace AlertWorker.Web;

/// <summary>Whether the worker can do its work: its store and scheduler; and what is to be said of its configuration. What it talks to is not its health.</summary>
public sealed class WorkerHealth(
    LiveConfiguration live,
    Database database,
    StoreWatch watch,
    NodeStore nodes,
    ISchedulerFactory schedulers
)
{
    private const string Ok = "ok";
    private const string OfConfiguration = "configuration";

    /// <summary>True when it can do its work. A change of the configuration that was refused does not keep it from that.</summary>
    public static bool IsReady(IReadOnlyDictionary<string, string> checks) =>
        checks.All(check => check.Value == Ok || check.Key == OfConfiguration);

    /// <summary>What is wrong, by part; "ok" for a part that is well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Check(CancellationToken cancellation) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OfConfiguration] = Configuration(),
            ["store"] = await Store(cancellation),
            ["scheduler"] = await Scheduler(cancellation),
        };

    private string Configuration()
    {
        if (live.Refused is [var first, ..] refused)
            return $"a change is refused for {refused.Count} fault(s), the last good one is in force: {first}";
        return nodes.Difference is { } difference ? $"not the same on all nodes: {difference}" : Ok;
    }

    private async Task<string> Store(CancellationToken cancellation)
    {
        if (watch.Problem is { } problem)
            return $"{database.Dialect.Place}: {problem}";
        try
        {
            await database.Query<long>("select count(*) from meta", null, cancellation);
            return Ok;
        }
        catch (DbException e)
        {
            return $"{database.Dialect.Place}: {e.Message}";
        }
    }

    private async Task<string> Scheduler(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var status = await scheduler.GetStatus(cancellation);
        return status == SchedulerStatus.Running ? Ok : $"is {status.ToString().ToLowerInvariant()}";
    }
}

using System.Data.Common;
using AlertWorker.Storage;
using Quartz;

namespace AlertWorker.Web;

/// <summary>Whether the worker can do its work: its configuration, store and scheduler. What it talks to is not its health.</summary>
public sealed class WorkerHealth(Database database, ISchedulerFactory schedulers)
{
    /// <summary>What is wrong, by part; "ok" for a part that is well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Check(CancellationToken cancellation) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Without a configuration that can be used the worker does not run.
            ["configuration"] = "ok",
            ["store"] = await Store(cancellation),
            ["scheduler"] = await Scheduler(cancellation),
        };

    private async Task<string> Store(CancellationToken cancellation)
    {
        try
        {
            await database.Query<long>("select count(*) from meta", null, cancellation);
            return "ok";
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
        return status == SchedulerStatus.Running ? "ok" : $"is {status.ToString().ToLowerInvariant()}";
    }
}

using AlertWorker.Configuration;
using AlertWorker.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace AlertWorker.Hosting;

/// <summary>The scheduler: in memory for one node; on PostgreSQL in the database, shared by every node that works on it.</summary>
internal static class WorkerQuartz
{
    /// <summary>
    /// Polls wait for the network nearly all of their time and hold no thread meanwhile; this only has to be far above the number of
    /// feeds that can hang at once.
    /// </summary>
    private const int MostAtOnce = 2000;

    public static void AddWorkerQuartz(this IServiceCollection services, Settings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "AlertWorker";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (settings.Storage.Provider == "postgres")
                quartz.ShareOver(settings.Storage.ConnectionString ?? "");
            else
                quartz.UseInMemoryStore();
            quartz.AddTick();
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    /// <summary>A node that does not check in for 15 s is dead, and its feeds are polled by the others.</summary>
    private static void ShareOver(this IQuartzBuilder quartz, string connectionString)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.GenerateInstanceId = true;
            // Another node's triggers are noticed within this time.
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(3);
            scheduler.MaxBatchSize = 20;
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.ProvisionSchema();
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }
}

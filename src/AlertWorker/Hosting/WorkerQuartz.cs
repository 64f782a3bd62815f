using AlertWorker.Feeds;
using AlertWorker.Storage;
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

    /// <param name="shared">Connection of the database the nodes share; null for one node.</param>
    /// <param name="clock">What polls are paced by.</param>
    public static void AddWorkerQuartz(this IServiceCollection services, string? shared, SteadyClock clock)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.UseTimeProvider(clock);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "AlertWorker";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (shared is null)
                quartz.UseInMemoryStore();
            else
                quartz.ShareOver(shared);
            quartz.AddTick();
        });
        services
            .Configure<QuartzHostedServiceOptions>(host => host.WaitForJobsToComplete = true)
            .AddSingleton<QuartzHostedService>()
            .AddHostedService<Scheduling>();
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
            store.ConfigureStore(options =>
            {
                // A thread that waits for the store must not keep the process alive.
                options.UseBackgroundThreads = true;
                // A feed that was being polled when the store went away is free again once this has been tried with success.
                options.DbRetryInterval = TimeSpan.FromSeconds(2);
                // Polls that fell due while the store was away for long are made up for by this alone; unless told, it rests for a minute.
                options.MisfireHandlerFrequency = TimeSpan.FromSeconds(5);
            });
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }
}

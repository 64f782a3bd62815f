using AlertWorker.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AlertWorker.Hosting;

/// <summary>The scheduler: in memory for one node.</summary>
internal static class WorkerQuartz
{
    /// <summary>
    /// Polls wait for the network nearly all of their time and hold no thread meanwhile; this only has to be far above the number of
    /// feeds that can hang at once.
    /// </summary>
    private const int MostAtOnce = 2000;

    public static void AddWorkerQuartz(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "AlertWorker";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseInMemoryStore();
            quartz.AddTick();
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}

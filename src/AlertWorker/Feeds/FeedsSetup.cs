using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Puts the room together.</summary>
public static class FeedsSetup
{
    /// <summary>Adds everything that polls, reads and decides. Needs the configuration, the store, a clock and Quartz.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services
            .AddSingleton<LiveHttp>()
            .AddSingleton<LiveDetection>()
            .AddSingleton(provider => new HostGate(provider.GetRequiredService<SteadyClock>()))
            .AddSingleton(provider => new FeedFetcher(
                () => provider.GetRequiredService<LiveHttp>().Client,
                provider.GetRequiredService<HostGate>(),
                provider.GetRequiredService<TimeProvider>(),
                new FetchLimits()
            ))
            .AddSingleton(provider => new Robots(
                provider.GetRequiredService<FeedFetcher>(),
                provider.GetRequiredService<TimeProvider>(),
                () => provider.GetRequiredService<LiveHttp>().UserAgent
            ))
            .AddSingleton<ArticleReader>()
            .AddSingleton<EntryIntake>()
            .AddSingleton<StoryReader>()
            .AddSingleton<AlertDispatch>()
            .AddSingleton<Bookkeeping>()
            .AddSingleton<ShadowRun>()
            .AddSingleton<ShadowMetrics>()
            .AddSingleton<FeedPoll>()
            .AddSingleton<FeedReport>()
            .AddSingleton<FeedTurn>()
            .AddSingleton<FeedStates>()
            .AddSingleton<FeedClock>()
            .AddSingleton<PushInbox>()
            .AddSingleton(provider => new HubClient(
                () => provider.GetRequiredService<LiveHttp>().Client,
                provider.GetRequiredService<HostGate>(),
                new FetchLimits()
            ))
            .AddSingleton<HubSubscriptions>()
            .AddHostedService<PushReader>()
            .AddSingleton<Coverage>()
            .AddSingleton<FeedSchedule>()
            .AddHostedService(provider => provider.GetRequiredService<FeedSchedule>());

    /// <summary>Adds the jobs that look at the clock and keep house. The feeds' own jobs come and go with the configuration.</summary>
    public static IQuartzBuilder AddTick(this IQuartzBuilder quartz) =>
        quartz
            .AddJob<TickJob>(job => job.WithIdentity("tick"))
            .AddTrigger(trigger =>
                trigger
                    .WithIdentity("tick")
                    .ForJob("tick")
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(TickJob.Every).RepeatForever())
            )
            .AddJob<SubscribeJob>(job => job.WithIdentity("subscribe"))
            .AddTrigger(trigger =>
                trigger
                    .WithIdentity("subscribe")
                    .ForJob("subscribe")
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(SubscribeJob.Every).RepeatForever())
            )
            .AddJob<ShadowJob>(job => job.WithIdentity("shadow"))
            .AddTrigger(trigger =>
                trigger
                    .WithIdentity("shadow")
                    .ForJob("shadow")
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(ShadowJob.Every).RepeatForever())
            )
            .AddJob<HousekeepingJob>(job => job.WithIdentity("housekeeping"))
            .AddTrigger(trigger =>
                trigger
                    .WithIdentity("housekeeping")
                    .ForJob("housekeeping")
                    .WithSchedule(CronScheduleBuilder.Create(HousekeepingJob.At).InTimeZone(TimeZoneInfo.Utc))
            );
}

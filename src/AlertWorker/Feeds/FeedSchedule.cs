using System.Data.Common;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Feeds;

/// <summary>Gives every feed a trigger of its own, and keeps the triggers in step with the configuration.</summary>
public sealed partial class FeedSchedule(
    ISchedulerFactory schedulers,
    LiveConfiguration live,
    FeedStates states,
    FeedClock clock,
    ILogger<FeedSchedule> logger
) : IHostedService, IDisposable
{
    private const string Group = "feeds";
    private static readonly TimeSpan RetryWithin = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _syncing = new(1);
    private Dictionary<string, FeedOptions> _scheduled = new(StringComparer.Ordinal);

    /// <inheritdoc cref="FeedClock.Now"/>
    public DateTimeOffset Now => clock.Now;

    /// <inheritdoc cref="FeedClock.WallNow"/>
    public DateTimeOffset WallNow => clock.WallNow;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await states.Load(cancellationToken);
        await Sync(cancellationToken);
        live.Changed += OnChanged;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        live.Changed -= OnChanged;
        try
        {
            await states.Flush(cancellationToken);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            // The store is away, and that has been told: what it has not got of the feeds is learnt again from them.
        }
    }

    public void Dispose() => _syncing.Dispose();

    /// <summary>The feed of a job; null when it is off or gone from the configuration.</summary>
    public FeedOptions? Find(JobKey job) =>
        live.Current.Feeds.FirstOrDefault(feed => feed.Enabled && feed.Id == job.Name);

    /// <summary>Until when the feed's host asked to be left alone; null when it may be asked now.</summary>
    public DateTimeOffset? HeldUntil(FeedOptions feed) => clock.HeldUntil(states.Of(feed));

    /// <summary>Sets the time of the poll after this one. A feed with a cron expression keeps to it.</summary>
    /// <param name="started">When this poll began, UTC.</param>
    public Task Next(FeedOptions feed, PollOutcome outcome, DateTimeOffset started, CancellationToken cancellation) =>
        feed.Every is { } every
            ? At(feed, clock.Next(feed, every, outcome, started), cancellation)
            : Task.CompletedTask;

    /// <summary>Asks again soon when the worker itself failed.</summary>
    public Task Retry(FeedOptions feed, CancellationToken cancellation) =>
        feed.Every is { } every
            ? At(feed, clock.Now + (every < RetryWithin ? every : RetryWithin), cancellation)
            : Task.CompletedTask;

    /// <summary>Moves the feed's next poll. After it the feed goes on at its own interval, also when this node is gone.</summary>
    public async Task At(FeedOptions feed, DateTimeOffset time, CancellationToken cancellation)
    {
        if (feed.Every is not { } every)
            return;
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            await scheduler.RescheduleJob(TriggerOf(feed.Id), Trigger(feed.Id, every, time), cancellation);
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            // The worker stops, and its scheduler is gone before the last poll came to its end; or the store is away.
            // The trigger goes on at its own interval.
        }
    }

    private async Task Sync(CancellationToken cancellation)
    {
        await _syncing.WaitAsync(cancellation);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            var wanted = live.Current.Feeds.Where(f => f.Enabled).ToDictionary(f => f.Id, StringComparer.Ordinal);
            foreach (var gone in _scheduled.Keys.Except(wanted.Keys, StringComparer.Ordinal))
                await scheduler.DeleteJob(JobOf(gone), cancellation);
            foreach (var feed in wanted.Values)
            {
                if (_scheduled.TryGetValue(feed.Id, out var before) && before.Url != feed.Url)
                    await scheduler.DeleteJob(JobOf(feed.Id), cancellation);
                await Schedule(scheduler, feed, cancellation);
            }
            _scheduled = wanted;
        }
        finally
        {
            _syncing.Release();
        }
    }

    /// <summary>In a cluster another node may have scheduled the feed already, and may be polling it: then its trigger stays.</summary>
    private async Task Schedule(IScheduler scheduler, FeedOptions feed, CancellationToken cancellation)
    {
        if (await scheduler.GetTrigger(TriggerOf(feed.Id), cancellation) is { } there)
        {
            if (Keeps(there, feed))
                return;
            await scheduler.DeleteJob(JobOf(feed.Id), cancellation);
        }
        var job = JobBuilder.Create<PollFeedJob>().WithIdentity(JobOf(feed.Id)).StoreDurably().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellation);
        var trigger = feed.Every is { } every
            ? Trigger(feed.Id, every, clock.First(every))
            : Trigger(feed.Id, feed.Cron!);
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellation);
    }

    private static bool Keeps(ITrigger there, FeedOptions feed) =>
        there switch
        {
            ISimpleTrigger simple => simple.RepeatInterval == feed.Every,
            ICronTrigger cron => cron.CronExpressionString == feed.Cron,
            _ => false,
        };

    private static ITrigger Trigger(string feed, string cron) =>
        TriggerBuilder
            .Create()
            .WithIdentity(TriggerOf(feed))
            .ForJob(JobOf(feed))
            .WithSchedule(
                CronScheduleBuilder
                    .Create(cron)
                    .InTimeZone(TimeZoneInfo.Utc)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
            )
            .Build();

    private static ITrigger Trigger(string feed, TimeSpan every, DateTimeOffset first) =>
        TriggerBuilder
            .Create()
            .WithIdentity(TriggerOf(feed))
            .ForJob(JobOf(feed))
            .StartAt(first)
            .WithSchedule(
                SimpleScheduleBuilder
                    .Create()
                    .WithInterval(every)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)
            )
            .Build();

    private static JobKey JobOf(string feed) => new(feed, Group);

    private static TriggerKey TriggerOf(string feed) => new(feed, Group);

    /// <summary>An event handler cannot be awaited; what goes wrong is told here.</summary>
    private async void OnChanged(object? sender, EventArgs e)
    {
        try
        {
            await Sync(CancellationToken.None);
        }
        catch (SchedulerException problem)
        {
            LogNotInStep(problem.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The schedule could not follow the changed feeds: {Problem}")]
    private partial void LogNotInStep(string problem);
}

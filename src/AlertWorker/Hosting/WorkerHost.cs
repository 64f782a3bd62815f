using System.Data.Common;
using AlertWorker.Bot;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using AlertWorker.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AlertWorker.Hosting;

/// <summary>The worker: the rooms put together, started and stopped.</summary>
public sealed class WorkerHost : IAsyncDisposable
{
    /// <summary>How long what is under way may take to come to its end.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(9);

    private readonly WebApplication _app;
    private readonly Database _database;
    private bool _running;

    private WorkerHost(WebApplication app, Database database)
    {
        _app = app;
        _database = database;
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the status page is; known once started.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Opens the store and puts everything together; nothing runs yet.</summary>
    /// <param name="folder">The configuration folder.</param>
    /// <param name="environment">Variables that override appsettings.json.</param>
    /// <param name="adjust">The last word on what is registered.</param>
    /// <param name="clock">The clock of the machine, unless given.</param>
    /// <exception cref="ConfigException">The configuration cannot be used.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<WorkerHost> Open(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        Action<IServiceCollection>? adjust = null,
        TimeProvider? clock = null,
        CancellationToken cancellation = default
    )
    {
        var first = ConfigFolder.Read(folder, environment);
        var settings = first.Value?.Settings ?? throw new ConfigException(first.Faults);
        var database = await Database.Open(StorageSetup.Dialect(settings), cancellation);
        try
        {
            await HistoryMove.RefuseHalf(database, cancellation);
            // Empty: neither appsettings.json of the working directory nor ASPNETCORE_ variables have a say.
            var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "AlertWorker" });
            WebApplication? app = null;
            builder.Logging.AddWorkerLogging(() => app?.Services.GetRequiredService<StoreWatch>().Problem is not null);
            builder.Services.AddSystemd().AddWindowsService(service => service.ServiceName = "AlertWorker");
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime);
            builder.WebHost.UseKestrelCore().UseUrls(settings.Web.Urls);
            var wall = clock ?? TimeProvider.System;
            var steady = new SteadyClock(wall);
            builder.Services.AddSingleton(wall).AddSingleton(steady);
            AddConfiguration(builder.Services, folder, environment, first);
            builder.Services.AddStorage(database).AddFeeds().AddChannels().AddBot().AddWeb();
            builder.Services.AddSingleton<StartUpReport>();
            await AddSchedule(builder.Services, database, steady, cancellation);
            adjust?.Invoke(builder.Services);
            app = builder.Build();
            app.MapAlertWorker();
            return new WorkerHost(app, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts everything and tells what runs.</summary>
    /// <exception cref="WorkerException">The address of the status page is taken, or the store went away meanwhile.</exception>
    public async Task Start(CancellationToken cancellation = default)
    {
        _running = true;
        try
        {
            await _app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            var urls = Services.GetRequiredService<LiveConfiguration>().Current.Settings.Web.Urls;
            throw new WorkerException(
                $"{urls} is in use by another program. Stop that one, or give Web:Urls (AlertWorker__Web__Urls) another port.",
                e
            );
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            throw new WorkerException($"{_database.Dialect.Place} cannot be used: {e.Message}", e);
        }
        Services.GetRequiredService<StartUpReport>().Tell(Addresses);
    }

    /// <summary>Runs until told to stop, by a signal or by the token, then drains.</summary>
    public async Task RunUntilStopped(CancellationToken stop)
    {
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        using var told = stop.Register(lifetime.StopApplication);
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var heard = lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task;
        await Stop();
    }

    /// <summary>Drains what is under way.</summary>
    public async Task Stop()
    {
        _running = false;
        await _app.StopAsync(CancellationToken.None);
    }

    /// <summary>Stops what still runs and lets go of everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_running)
            await Stop();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static void AddConfiguration(
        IServiceCollection services,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        ConfigReading first
    )
    {
        services.AddSingleton(provider => new LiveConfiguration(
            folder,
            environment,
            first,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LiveConfiguration>>()
        ));
        services.AddHostedService(provider => provider.GetRequiredService<LiveConfiguration>());
    }

    /// <summary>Several nodes share a schedule, so they have to go by one clock: the database's.</summary>
    private static async Task AddSchedule(
        IServiceCollection services,
        Database database,
        SteadyClock clock,
        CancellationToken cancellation
    )
    {
        var shared = (database.Dialect as PostgresDialect)?.SchedulerConnectionString;
        if (shared is null)
            services.AddHostedService<ClockWatch>();
        else
        {
            clock.Follow(await new NodeStore(database).Now(cancellation));
            services.AddHostedService<NodeWatch>();
        }
        services.AddWorkerQuartz(shared, clock);
    }
}

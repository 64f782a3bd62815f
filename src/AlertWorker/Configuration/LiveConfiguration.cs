using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Configuration;

/// <summary>
/// The configuration in force. Hosted, it watches the folder and the secret files: a change without fault takes the place of the old one as a whole,
/// a faulty one is refused as a whole and told.
/// </summary>
/// <param name="folder">The configuration folder.</param>
/// <param name="environment">Variables that override appsettings.json.</param>
/// <param name="first">What the folder said at start.</param>
/// <param name="clock">Paces the watching.</param>
/// <param name="logger">Gets every fault of a refused change.</param>
/// <exception cref="ConfigException">The first reading has faults.</exception>
public sealed partial class LiveConfiguration(
    string folder,
    IReadOnlyDictionary<string, string> environment,
    ConfigReading first,
    TimeProvider clock,
    ILogger<LiveConfiguration> logger
) : BackgroundService
{
    /// <summary>Looks at least this often, for file systems that tell nobody of changes (NFS, some containers).</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    /// <summary>A change is read when the folder has stood still so long: editors and copies write in several steps.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(250);

    // Found once: when the folder vanishes later, the one beside the executable must not take its place.
    private readonly string _folder = ConfigFolder.Find(folder) ?? folder;
    private ConfigReading _last = first;

    /// <summary>Raised after <see cref="Current"/> has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>The last configuration without fault.</summary>
    public WorkerConfiguration Current { get; private set; } = first.Value ?? throw new ConfigException(first.Faults);

    /// <summary>Faults of the change that was refused last; empty while the folder and <see cref="Current"/> agree.</summary>
    public IReadOnlyList<ConfigFault> Refused { get; private set; } = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hint = new FolderHint(_folder);
        while (!stoppingToken.IsCancellationRequested)
        {
            await hint.Wait(Glance, clock, stoppingToken);
            if (Mark() == _last.Fingerprint)
                continue;
            await StandStill(stoppingToken);
            TakeOver(ConfigFolder.Read(_folder, environment, Current));
        }
    }

    private async Task StandStill(CancellationToken stopping)
    {
        string before;
        do
        {
            before = Mark();
            await Task.Delay(Stillness, clock, stopping);
        } while (Mark() != before);
    }

    private string Mark() => Fingerprint.OfFolder(_folder) + Fingerprint.OfFiles(_last.SecretFiles);

    private void TakeOver(ConfigReading reading)
    {
        _last = reading;
        foreach (var fault in reading.Faults)
            LogFault(fault);
        Refused = reading.Value is null ? reading.Faults : [];
        if (reading.Value is not { } changed)
        {
            LogRefused(reading.Faults.Count);
            return;
        }
        var before = Current.Settings;
        Current = changed;
        LogTaken(changed.Feeds.Count, changed.Crossings.Count, changed.Subscribers.Count);
        if (NeedsRestart(before, changed.Settings))
            LogNeedsRestart();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static bool NeedsRestart(Settings before, Settings after) =>
        before.DataDirectory != after.DataDirectory
        || before.Storage != after.Storage
        || before.Web.Urls != after.Web.Urls;

    [LoggerMessage(LogLevel.Error, "Configuration fault: {Fault}")]
    private partial void LogFault(ConfigFault fault);

    [LoggerMessage(
        LogLevel.Error,
        "The changed configuration is refused for {Count} fault(s); the last good one stays in force"
    )]
    private partial void LogRefused(int count);

    [LoggerMessage(
        LogLevel.Information,
        "Changed configuration in force: {Feeds} feeds, {Crossings} crossings, {Subscribers} subscribers"
    )]
    private partial void LogTaken(int feeds, int crossings, int subscribers);

    [LoggerMessage(LogLevel.Warning, "DataDirectory, Storage and Web.Urls take effect at the next start")]
    private partial void LogNeedsRestart();
}

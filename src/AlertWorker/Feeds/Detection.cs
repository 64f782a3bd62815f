using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Feeds;

/// <summary>The readers and rules that one configuration makes.</summary>
public sealed class Detection(WorkerConfiguration configuration)
{
    public WorkerConfiguration Configuration { get; } = configuration;

    public Gazetteer Gazetteer { get; } = new(configuration.Crossings.Values);

    public ClaimReader Reader => field ??= new ClaimReader(Gazetteer, Configuration.Lexicons);

    public AlertDesk Desk { get; } = new(configuration.Crossings, new FoldRules());
}

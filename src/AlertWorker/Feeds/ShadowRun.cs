using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Keeps a shadow up to date from the store; it begins anew, as a copy of what is live, with every change of the configuration.</summary>
public sealed class ShadowRun(
    LiveConfiguration live,
    ClaimArchive claims,
    AlertStore alerts,
    StatusStore statuses,
    TimeProvider clock
)
{
    /// <summary>What was read this short ago may not be committed yet.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(1);

    private (WorkerConfiguration Of, Shadow Shadow)? _running;

    /// <summary>The differences that became certain since the last look; none when no shadow is configured.</summary>
    public async Task<IReadOnlyList<ShadowDifference>> Look(CancellationToken cancellation)
    {
        var configuration = live.Current;
        if (configuration.Settings.Shadow is not { } rules)
        {
            _running = null;
            return [];
        }
        if (_running is not { } running || !ReferenceEquals(running.Of, configuration))
        {
            var desk = new AlertDesk(configuration.Crossings, rules);
            _running = (configuration, new Shadow(desk, await statuses.Book(cancellation), clock.GetUtcNow()));
            return [];
        }
        var shadow = running.Shadow;
        var (from, until) = (shadow.Heard, clock.GetUtcNow() - Behind);
        if (until <= from)
            return [];
        await foreach (var heard in claims.Read(from, until, null, configuration, cancellation))
            shadow.Hear(heard);
        shadow.MoveTo(until);
        foreach (var sent in await alerts.List(from, cancellation: cancellation))
            if (sent.At > from && sent.At <= until)
                shadow.Sent(sent);
        return shadow.Differences();
    }
}

using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Another way, and whether it can be used.</summary>
/// <param name="Crossing">Id of the crossing.</param>
/// <param name="Name">Its name as shown to people.</param>
/// <param name="Status">Its headline status.</param>
/// <param name="Kilometres">As the crow flies; null when one of the two places is not known.</param>
public sealed record Alternative(string Crossing, string Name, Status Status, double? Kilometres)
{
    /// <summary>Effective state of every flow; empty when nothing is known of it.</summary>
    public IReadOnlyDictionary<Flow, Status> Flows { get; init; } = new Dictionary<Flow, Status>();

    /// <summary>It is stopped by the very decision that stops the crossing it would stand in for.</summary>
    public bool SameDecision { get; init; }
}

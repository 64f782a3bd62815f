namespace AlertWorker.Alerts;

/// <summary>What was decided on one crossing after one poll or timer.</summary>
/// <param name="Crossing">Id of the crossing.</param>
/// <param name="Alert">What goes out; null when nothing does.</param>
/// <param name="Reason">Why, in either case.</param>
/// <param name="EntryIds">Entries it was decided on; empty for a timer.</param>
public sealed record Decision(string Crossing, Alert? Alert, AlertReason Reason, IReadOnlyList<string> EntryIds);

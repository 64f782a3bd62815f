using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>Another way, and whether it can be used.</summary>
public sealed record Alternative(string Crossing, string Name, Status Status, double Kilometres);

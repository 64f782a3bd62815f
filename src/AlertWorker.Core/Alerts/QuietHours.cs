namespace AlertWorker.Alerts;

/// <summary>Hours in which only the excepted kinds are sent; <paramref name="From"/> after <paramref name="To"/> spans midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To, IReadOnlyList<AlertKind>? Except = null);

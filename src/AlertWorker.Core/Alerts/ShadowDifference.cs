namespace AlertWorker.Alerts;

/// <summary>An alert that only one of two sets of rules decided.</summary>
/// <param name="Live">It was really sent, and the shadow would have kept silent; else the shadow alone would have sent it.</param>
public sealed record ShadowDifference(Alert Alert, bool Live);

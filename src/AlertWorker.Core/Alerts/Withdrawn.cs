namespace AlertWorker.Alerts;

/// <summary>An alert that was taken back.</summary>
/// <param name="At">When it was decided, UTC: what its message gave as its time.</param>
/// <param name="Quote">The statement it rested on.</param>
public sealed record Withdrawn(DateTimeOffset At, Quote Quote);

using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>What one entry said when it was read.</summary>
/// <param name="At">When it was first seen, UTC.</param>
/// <param name="Claims">Never empty.</param>
/// <param name="Backlog">It came with the first document of its feed, which alerts nobody.</param>
public sealed record HeardEntry(DateTimeOffset At, IReadOnlyList<Testimony> Claims, bool Backlog);

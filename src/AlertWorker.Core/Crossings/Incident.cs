namespace AlertWorker.Crossings;

/// <summary>The thread from the first change for the worse to full return.</summary>
/// <param name="Id">Crossing + "/" + the day it began.</param>
/// <param name="Began">Event time, UTC.</param>
/// <param name="Ended">Event time of the full return; null while it lasts.</param>
public sealed record Incident(string Id, DateTimeOffset Began, DateTimeOffset? Ended = null);

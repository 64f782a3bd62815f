using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>A claim together with the entry and source that carry it: what the fold weighs.</summary>
/// <param name="Claim">What is said.</param>
/// <param name="Entry">Where it stands.</param>
/// <param name="Source">Who published it.</param>
/// <param name="FirstSeen">Our own time of first seeing the entry, UTC.</param>
public sealed record Testimony(Claim Claim, Entry Entry, Source Source, DateTimeOffset FirstSeen);

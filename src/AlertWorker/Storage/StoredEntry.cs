using AlertWorker.Entries;

namespace AlertWorker.Storage;

/// <summary>An entry as the store gives it back.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Feed">Id of the feed.</param>
/// <param name="FirstSeen">When we first saw it, UTC.</param>
/// <param name="Entry">The whole entry where it was kept, else only what identifies it.</param>
public sealed record StoredEntry(string Key, string Feed, DateTimeOffset FirstSeen, Entry Entry);

using AlertWorker.Entries;

namespace AlertWorker.Storage;

/// <summary>An entry to be remembered.</summary>
/// <param name="Feed">Id of the feed.</param>
/// <param name="Entry">The entry as read.</param>
/// <param name="Seen">Its identity.</param>
/// <param name="Keep">True keeps the whole entry: it spoke of a crossing.</param>
public sealed record EntryRow(string Feed, Entry Entry, SeenEntry Seen, bool Keep);

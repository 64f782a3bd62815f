using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>An entry that is new, or whose text has changed since it was last read.</summary>
/// <param name="Entry">The entry as the feed shows it now.</param>
/// <param name="Seen">Its identity, as it is to be remembered.</param>
/// <param name="IsNew">False when only the text changed.</param>
public sealed record Story(Entry Entry, SeenEntry Seen, bool IsNew)
{
    public DateTimeOffset FirstSeen => DateTimeOffset.FromUnixTimeMilliseconds(Seen.FirstSeen);
}

using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>
/// Tells new and changed entries from known ones by a seen-set. There is no high-water mark: feeds rewind, republish, re-date and
/// grow at either end. An entry is known by its guid, or by its title and link where the guid is worth nothing.
/// </summary>
public sealed class EntryIntake(EntryStore store, TimeProvider clock)
{
    private static readonly long TouchAfter = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    /// <summary>Compares a document with what the feed has shown before.</summary>
    /// <param name="feed">Id of the feed.</param>
    /// <param name="document">The document as read.</param>
    /// <param name="guidsUnreliable">True once the feed's guids have been seen to repeat or to change.</param>
    public async Task<Intake> Take(
        string feed,
        FeedDocument document,
        bool guidsUnreliable,
        CancellationToken cancellation
    )
    {
        var time = clock.GetUtcNow();
        var now = time.ToUnixTimeMilliseconds();
        var keys = guidsUnreliable
            ? [.. document.Entries.Select(entry => EntryIdentity.Key(entry, repeated: true))]
            : EntryIdentity.Keys(document);
        var shown = document
            .Entries.Select((entry, i) => (Entry: entry, Seen: EntryPrint.Of(feed, entry, keys[i], time)))
            .DistinctBy(story => story.Seen.Key, StringComparer.Ordinal)
            .ToList();
        var known = new KnownStories(
            await store.Seen(
                feed,
                [.. shown.Select(s => s.Seen.Key)],
                [.. shown.Select(s => s.Seen.Fingerprint)],
                cancellation
            )
        );

        var stories = new List<Story>();
        var republished = 0;
        var touch = new List<string>();
        foreach (var (entry, seen) in shown)
        {
            if (known.Find(seen) is not { } before)
                stories.Add(new Story(entry, seen, IsNew: true));
            else
            {
                republished += before.Key != seen.Key ? 1 : 0;
                if (before.Content != seen.Content)
                    stories.Add(new Story(entry, seen with { Key = before.Key, FirstSeen = before.FirstSeen }, false));
                else if (now - before.LastSeen > TouchAfter)
                    touch.Add(before.Key);
            }
        }
        return new Intake(
            stories,
            shown.Count - stories.Count(s => s.IsNew),
            republished,
            GuidsRepeat(document.Entries),
            touch
        );
    }

    /// <summary>One guid for several stories: the site's address, a constant, a counter that starts again.</summary>
    private static bool GuidsRepeat(IReadOnlyList<Entry> entries) =>
        entries
            .GroupBy(entry => entry.Id, StringComparer.Ordinal)
            .Any(same => same.Select(EntryIdentity.StoryFingerprint).Distinct(StringComparer.Ordinal).Skip(1).Any());

    private sealed class KnownStories(IReadOnlyList<SeenEntry> seen)
    {
        private readonly Dictionary<string, SeenEntry> _byKey = seen.ToDictionary(s => s.Key, StringComparer.Ordinal);

        private readonly ILookup<string, SeenEntry> _byFingerprint = seen.ToLookup(
            s => s.Fingerprint,
            StringComparer.Ordinal
        );

        public SeenEntry? Find(SeenEntry shown) =>
            _byKey.GetValueOrDefault(shown.Key) ?? _byFingerprint[shown.Fingerprint].FirstOrDefault();
    }
}

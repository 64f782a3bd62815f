using AlertWorker.Claims;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Reads stories into claims, and keeps apart what a changed text says anew.</summary>
public sealed class StoryReader(LedgerStore ledger, TimeProvider clock)
{
    /// <summary>What each story says.</summary>
    public async Task<IReadOnlyList<ReadStory>> Read(
        IReadOnlyList<Story> stories,
        Source source,
        Detection detection,
        CancellationToken cancellation
    )
    {
        var read = new List<ReadStory>(stories.Count);
        foreach (var story in stories)
        {
            var entry = Dated(story);
            IReadOnlyList<Testimony> claims =
            [
                .. detection
                    .Reader.Read(entry, source, story.FirstSeen)
                    .Claims.Select(claim => new Testimony(claim, entry, source, story.FirstSeen)),
            ];
            var before = story.IsNew || claims.Count == 0 ? [] : await ledger.ClaimsOf(story.Seen.Key, cancellation);
            var said = before.Select(Gist).ToHashSet(StringComparer.Ordinal);
            read.Add(new ReadStory(story, claims, [.. claims.Where(c => !said.Contains(Gist(c.Claim)))]));
        }
        return read;
    }

    /// <summary>
    /// A live page keeps its first date while its text moves on: what it says anew it says now, unless it tells when it was updated.
    /// What it said before is not said again, so that a corrected spelling does not bring last week's closure back.
    /// </summary>
    private Entry Dated(Story story) =>
        story.IsNew
            ? story.Entry
            : story.Entry with
            {
                PublishedUtc =
                    story.Entry.UpdatedUtc is { } updated && updated > story.Entry.PublishedUtc
                        ? updated
                        : clock.GetUtcNow(),
            };

    private static string Gist(Claim claim) =>
        $"{claim.Crossing}|{claim.Status}|{claim.Change}|{claim.Stance}|{claim.Scope}|{claim.Direction}|{claim.Scheduled?.Text}";
}

using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>All that one poll found: committed together or not at all.</summary>
/// <param name="State">The feed after the poll.</param>
/// <param name="Stories">New and changed entries, read.</param>
/// <param name="Seen">Keys of known entries that are still shown.</param>
/// <param name="Backlog">True for the first document of a feed: it builds status and alerts nobody.</param>
public sealed record PollRecord(
    FeedState State,
    IReadOnlyList<ReadStory> Stories,
    IReadOnlyList<string> Seen,
    bool Backlog
);

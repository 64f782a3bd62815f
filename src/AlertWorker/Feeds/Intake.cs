namespace AlertWorker.Feeds;

/// <summary>What of a document is news to us.</summary>
/// <param name="Stories">New and changed entries, in the order of the document.</param>
/// <param name="Known">Number of entries that were known.</param>
/// <param name="Republished">Number of entries that came again under another guid.</param>
/// <param name="GuidsRepeat">True when one guid stands for several stories in the document.</param>
/// <param name="ToTouch">Keys of known entries whose note of last being seen is a day old.</param>
public sealed record Intake(
    IReadOnlyList<Story> Stories,
    int Known,
    int Republished,
    bool GuidsRepeat,
    IReadOnlyList<string> ToTouch
)
{
    public int New => Stories.Count(story => story.IsNew);
}

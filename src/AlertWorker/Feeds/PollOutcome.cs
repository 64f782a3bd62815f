using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>What came of one poll.</summary>
/// <param name="State">The feed after it.</param>
/// <param name="Saved">True when the state was committed together with the news.</param>
public sealed record PollOutcome(FeedState State, bool Saved)
{
    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>False when nobody answered at all.</summary>
    public bool Answered { get; init; } = true;

    /// <summary>Entries may have gone past unseen since the poll before.</summary>
    public bool Overrun { get; init; }

    public int New { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<Alert> Alerts { get; init; } = [];
}

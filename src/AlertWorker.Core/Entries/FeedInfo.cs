namespace AlertWorker.Entries;

/// <summary>What a feed says of itself; plain text, absolute addresses.</summary>
public sealed record FeedInfo
{
    public string? Title { get; init; }

    /// <summary>Address of the site, not of the feed.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    public string? Id { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? UpdatedUtc { get; init; }

    public DateTimeOffset? PublishedUtc { get; init; }

    /// <summary>Minutes for which the document may be kept, as its publisher wishes (RSS 2.0 ttl); null when not said.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Hours of the day, in UTC, in which nobody needs to ask (RSS 2.0 skipHours).</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>WebSub hub (W3C WebSub §4); null when the feed offers none.</summary>
    public string? Hub { get; init; }

    /// <summary>The feed's own address, which is its topic at the hub.</summary>
    public string? Self { get; init; }
}

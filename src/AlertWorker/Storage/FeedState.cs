using System.Text.Json.Serialization;

namespace AlertWorker.Storage;

/// <summary>What is known of one feed besides its configuration. Times UTC.</summary>
public sealed record FeedState
{
    public required string Feed { get; init; }

    /// <summary>The configured address all this is about; another address starts anew.</summary>
    public required string Url { get; init; }

    /// <summary>Where a permanent redirect sent us; null when it did not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Validator of the last whole, valid body.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>The last answer to an unconditional request.</summary>
    public DateTimeOffset? LastFull { get; init; }

    /// <summary>First good document: what it holds is backlog. Null until there was one.</summary>
    public DateTimeOffset? FirstRead { get; init; }

    public FeedCondition Condition { get; init; }

    /// <summary>Since when it is in this condition; null while waiting.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last error, for people; null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The last time it was asked.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>Publication time of the newest entry ever seen.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>When an entry was last new to us.</summary>
    public DateTimeOffset? LastNews { get; init; }

    /// <summary>When an entry was last new to us or had changed.</summary>
    public DateTimeOffset? LastStory { get; init; }

    /// <summary>Usual time between two entries; null when not known.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Polls so much more often after entries went past unseen; 1 is the configured pace.</summary>
    public int Haste { get; init; } = 1;

    /// <summary>Asked for by the feed itself (ttl), capped.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Hours of the day, UTC, in which the feed asks not to be polled.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Not polled any more, until its configured address changes (410).</summary>
    public bool Stopped { get; init; }

    /// <summary>WebSub hub the feed offers, and its address there; null when it offers none.</summary>
    public string? Hub { get; init; }

    public string? Topic { get; init; }

    /// <summary>Until when the hub sends what is new; null when it does not.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    /// <summary>What was new last came from the hub, and the polls since found nothing that it left out.</summary>
    public bool NewsByPush { get; init; }

    /// <summary>How often it had been written when it was read, so that no node writes over what another one has learnt; null where there is one node.</summary>
    [JsonIgnore]
    public long? Version { get; init; }

    /// <summary>Its guids have been seen to repeat or change, so that address and text identify an entry.</summary>
    public bool GuidsUnreliable { get; init; }
}

namespace AlertWorker.Entries;

/// <summary>Everything that could be read out of one document.</summary>
public sealed record FeedDocument
{
    public FeedInfo Feed { get; init; } = new();

    /// <summary>In the order of the document, at most <see cref="FeedLimits.Entries"/>; whole entries only.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>Name of the format it was read as; empty when none fits.</summary>
    public string Format { get; init; } = "";

    /// <summary>Character set it was read in (IANA name); null for an empty body.</summary>
    public string? Encoding { get; init; }

    /// <summary>What was wrong and put up with, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The alert, when the document is one CAP message.</summary>
    public CapMessage? Cap { get; init; }

    /// <summary>The posts of a structured status feed with their headline status, as shown by the authority.</summary>
    public IReadOnlyList<PostStatus> Posts { get; init; } = [];

    /// <summary>
    /// Why the poll counts as failed; null when it does not. Entries may stand beside a fault (a cut document): they are true, but
    /// what is missing says nothing, and no validator may be stored.
    /// </summary>
    public FeedFault? Fault { get; init; }

    /// <summary>How long the publisher asks to keep the document; null when not said.</summary>
    public TimeSpan? Ttl => Feed.Ttl;

    /// <summary>WebSub hub of the feed; null when it offers none.</summary>
    public string? Hub => Feed.Hub;
}

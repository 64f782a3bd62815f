namespace AlertWorker.Entries;

/// <summary>One item of a feed (Atom's word), as published: plain text, addresses absolute, active content gone.</summary>
public sealed record Entry
{
    /// <summary>The publisher's identifier (guid, atom:id), else the link, else a fingerprint of the text.</summary>
    public required string Id { get; init; }

    public string? Title { get; init; }

    /// <summary>http or https address of the story; null when the feed gives none that can be used.</summary>
    public string? Link { get; init; }

    /// <summary>Plain text of the short form.</summary>
    public string? Summary { get; init; }

    /// <summary>Plain text of the long form, where the feed carries one.</summary>
    public string? Content { get; init; }

    public DateTimeOffset? PublishedUtc { get; init; }

    public DateTimeOffset? UpdatedUtc { get; init; }

    /// <summary>Language as declared by the feed; a hint, never trusted.</summary>
    public string? Language { get; init; }

    /// <summary>What a structured status feed says of its posts; empty for prose.</summary>
    public IReadOnlyList<PostReading> Readings { get; init; } = [];

    /// <summary>The text worth reading: the longer of content and summary.</summary>
    public string Text => (Content?.Length ?? 0) >= (Summary?.Length ?? 0) ? Content ?? "" : Summary ?? "";
}

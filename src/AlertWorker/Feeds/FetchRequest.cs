namespace AlertWorker.Feeds;

/// <summary>What to fetch, and what we have already.</summary>
/// <param name="Url">http or https.</param>
/// <param name="ETag">Validator of the last whole, valid body; null for an unconditional request.</param>
/// <param name="LastModified">The other validator.</param>
public sealed record FetchRequest(Uri Url, string? ETag = null, string? LastModified = null)
{
    /// <summary>Bytes after decompression that are read at most; null for the limit of all exchanges.</summary>
    public int? Bytes { get; init; }

    public bool Conditional => ETag is not null || LastModified is not null;
}

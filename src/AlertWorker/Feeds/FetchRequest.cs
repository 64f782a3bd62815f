using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>What to fetch, and what we have already.</summary>
/// <param name="Url">http or https.</param>
/// <param name="ETag">Validator of the last whole, valid body; null for an unconditional request.</param>
/// <param name="LastModified">The other validator.</param>
public sealed record FetchRequest(Uri Url, string? ETag = null, string? LastModified = null)
{
    private static readonly TimeSpan UnconditionalEvery = TimeSpan.FromHours(24);

    /// <summary>Bytes after decompression that are read at most; null for the limit of all exchanges.</summary>
    public int? Bytes { get; init; }

    /// <summary>Entered before a large body is read; null where <see cref="Bytes"/> keeps it small.</summary>
    public LargeRoom? Room { get; init; }

    public bool Conditional => ETag is not null || LastModified is not null;

    /// <summary>
    /// The next request of a feed, at the address it has moved to. Once a day the whole document is asked for: some servers say 304
    /// for ever.
    /// </summary>
    /// <param name="state">The feed as it is known.</param>
    /// <param name="now">The present, UTC.</param>
    public static FetchRequest For(FeedState state, DateTimeOffset now)
    {
        var url = new Uri(state.MovedTo ?? state.Url);
        return state.LastFull is { } last && now - last < UnconditionalEvery
            ? new FetchRequest(url, state.ETag, state.LastModified)
            : new FetchRequest(url);
    }
}

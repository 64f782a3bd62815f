namespace AlertWorker.Feeds;

/// <summary>What one exchange gave: data, none or failed – never two of them in one.</summary>
public abstract record FetchedFeed
{
    private FetchedFeed() { }

    /// <summary>Where the answer came from, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>A body.</summary>
    /// <param name="Body">Unpacked bytes.</param>
    /// <param name="Whole">False when the connection ended before the body did.</param>
    public sealed record Data(ReadOnlyMemory<byte> Body, bool Whole) : FetchedFeed
    {
        public string? ContentType { get; init; }

        /// <summary>For the next conditional request; null when the server gave none that can be kept.</summary>
        public string? ETag { get; init; }

        public string? LastModified { get; init; }

        /// <summary>WebSub hub and topic as the Link header names them; null when it does not.</summary>
        public Uri? Hub { get; init; }

        public Uri? Topic { get; init; }

        /// <summary>Where the feed has moved for good (301, 308 all the way); null when it has not.</summary>
        public Uri? Moved { get; init; }
    }

    /// <summary>304: a valid answer without news.</summary>
    public sealed record None : FetchedFeed;

    /// <summary>Nothing that can be used.</summary>
    /// <param name="Fault">Class of the failure.</param>
    /// <param name="Reason">For an operator: what happened, one line.</param>
    public sealed record Failed(FetchFault Fault, string Reason) : FetchedFeed
    {
        /// <summary>How long the server asks to be left alone; already capped.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}

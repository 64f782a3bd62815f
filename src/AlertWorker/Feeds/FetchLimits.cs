namespace AlertWorker.Feeds;

/// <summary>What one exchange may cost.</summary>
public sealed record FetchLimits
{
    /// <summary>Bytes after decompression.</summary>
    public int Bytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>For everything from connecting to the last byte, over all redirects.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    public int Redirects { get; init; } = 5;

    /// <summary>After so long without an answer the connection no longer keeps other feeds of the host waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}

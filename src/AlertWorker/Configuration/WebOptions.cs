namespace AlertWorker.Configuration;

/// <summary>The status page and API.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on, separated by <c>;</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>How people reach it, for links in messages; null when they cannot.</summary>
    public string? PublicUrl { get; init; }
}

namespace AlertWorker.Configuration;

/// <summary>How feeds and articles are asked for.</summary>
public sealed record HttpOptions
{
    /// <summary>Names the program and a way to reach its operator, as publishers ask.</summary>
    public string UserAgent { get; init; } = "AlertWorker/1.0 (+https://example.org/contact)";

    /// <summary>Lets feeds and webhooks live on loopback and private addresses.</summary>
    public bool AllowPrivateNetworks { get; init; }
}

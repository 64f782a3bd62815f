namespace AlertWorker.Configuration;

/// <summary>The store: an embedded SQLite file, or PostgreSQL for several nodes.</summary>
public sealed record StorageOptions
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Provider { get; init; } = "sqlite";

    /// <summary>Required for <c>postgres</c>; null for <c>sqlite</c> means <c>alertworker.db</c> in the data directory. Holds a password: never shown.</summary>
    public string? ConnectionString { get; init; }

    public string? ConnectionStringFile { get; init; }

    public override string ToString() => $"{nameof(StorageOptions)} {Provider}";
}

namespace AlertWorker.Configuration;

/// <summary>Whether the article behind an entry is fetched.</summary>
public enum FullText
{
    /// <summary>When the entry names a watched place and is short.</summary>
    Auto,
    Never,
    Always,
}

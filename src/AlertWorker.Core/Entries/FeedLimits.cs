namespace AlertWorker.Entries;

/// <summary>What a document may cost. Beyond these it is cut or refused, never read on.</summary>
public static class FeedLimits
{
    /// <summary>Bytes of a decompressed body: 16 MiB.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Entries of one document; the first ones are kept.</summary>
    public const int Entries = 1000;

    /// <summary>UTF-16 units of a title.</summary>
    public const int Title = 500;

    /// <summary>UTF-16 units of a summary or content; far above any article.</summary>
    public const int Text = 1024 * 1024;

    /// <summary>UTF-16 units of an identifier or link; a longer identifier is replaced by its digest.</summary>
    public const int Identifier = 2048;

    /// <summary>Elements nested in each other.</summary>
    public const int Depth = 256;

    /// <summary>UTF-16 units of a web page.</summary>
    public const int Page = 4 * 1024 * 1024;

    /// <summary>Elements of a web page.</summary>
    public const int PageElements = 30_000;

    /// <summary>Elements of a web page nested in each other.</summary>
    public const int PageDepth = 512;
}

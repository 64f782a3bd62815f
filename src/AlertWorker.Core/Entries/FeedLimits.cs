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

    /// <summary>UTF-16 units of all summaries and contents of a document together; beyond, each is cut to <see cref="LeastText"/>.</summary>
    public const int AllText = 4 * 1024 * 1024;

    /// <summary>UTF-16 units that every summary and content may have.</summary>
    public const int LeastText = 2000;

    /// <summary>UTF-16 units of an identifier or link; a longer identifier is replaced by its digest.</summary>
    public const int Identifier = 2048;

    /// <summary>Elements nested in each other.</summary>
    public const int Depth = 256;

    /// <summary>Elements and attributes of a document together; each costs a hundred bytes.</summary>
    public const int Nodes = 150_000;

    /// <summary>UTF-16 units of one element's text before its markup is taken out.</summary>
    public const int Raw = 2 * Text;

    /// <summary>UTF-16 units of a web page.</summary>
    public const int Page = 4 * 1024 * 1024;

    /// <summary>Elements of a web page.</summary>
    public const int PageElements = 30_000;

    /// <summary>Elements, attributes and comments of a web page together.</summary>
    public const int PageNodes = 120_000;

    /// <summary>Elements of a web page nested in each other.</summary>
    public const int PageDepth = 512;
}

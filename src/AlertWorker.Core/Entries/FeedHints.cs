namespace AlertWorker.Entries;

/// <summary>What is known of a document besides its bytes. The content always has the last word.</summary>
public sealed record FeedHints
{
    /// <summary>Value of the HTTP header Content-Type; only its charset is used.</summary>
    public string? ContentType { get; init; }

    /// <summary>Absolute address the document came from; relative links are resolved against it.</summary>
    public string? BaseUrl { get; init; }

    /// <summary><c>auto</c>, or the name of a format in <c>feeds.json</c> (html, telegram, … need it when the content is ambiguous).</summary>
    public string Format { get; init; } = "auto";

    /// <summary>IANA zone for dates that state none; null means UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where things are on an HTML list page; only for format html.</summary>
    public HtmlSelectors? Select { get; init; }

    /// <summary>Time of reading: later dates are doubtful.</summary>
    public required DateTimeOffset Now { get; init; }
}

using AlertWorker.Entries;

namespace AlertWorker.Configuration;

/// <summary>A source that is polled: a block of <c>feeds.json</c>.</summary>
public sealed record FeedOptions
{
    /// <summary>Kebab-case slug, unique.</summary>
    public required string Id { get; init; }

    /// <summary>The outlet's name as messages show it.</summary>
    public required string Name { get; init; }

    public required string Url { get; init; }

    /// <summary>auto, rss, atom, jsonfeed, cap, html, telegram, cbp or cbsa.</summary>
    public string Format { get; init; } = "auto";

    public SourceTier Tier { get; init; } = SourceTier.Press;

    /// <summary>Publisher family: two feeds of one family are never independent of each other.</summary>
    public required string Publisher { get; init; }

    /// <summary>ISO country for official and state sources; null otherwise.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>A hint; the language is detected per entry.</summary>
    public string? Language { get; init; }

    /// <summary>IANA zone for dates without a zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Poll interval; null when <see cref="Cron"/> says when.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Quartz cron expression, read in UTC; null when <see cref="Every"/> says when.</summary>
    public string? Cron { get; init; }

    public FullText FullText { get; init; }

    /// <summary>Only with format html.</summary>
    public SelectOptions? Select { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>The feed as readers and the fold know it.</summary>
    public Source ToSource() => new(Id, Name, Tier, Publisher, SpeaksFor, TimeZone);

    /// <summary>Leaves the address out: its query may carry a key.</summary>
    public override string ToString() => $"{nameof(FeedOptions)} {Id}";
}

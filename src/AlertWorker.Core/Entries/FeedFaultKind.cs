namespace AlertWorker.Entries;

/// <summary>The ways in which a body with status 200 can be no news at all.</summary>
public enum FeedFaultKind
{
    /// <summary>A web page where a feed is due: login, error, captive portal.</summary>
    Html,

    /// <summary>A consent page or a challenge of a bot guard: the feed is there, but not for us.</summary>
    Consent,

    /// <summary>No bytes, or white space.</summary>
    Empty,

    /// <summary>The document breaks off; what was whole is kept.</summary>
    Cut,

    /// <summary>More than <see cref="FeedLimits.Bytes"/>.</summary>
    TooLarge,

    /// <summary>Elements nested deeper than <see cref="FeedLimits.Depth"/>, or arrays in JSON deeper than 64.</summary>
    TooDeep,

    /// <summary>An entity bomb or another document made to harm.</summary>
    Hostile,

    /// <summary>The public preview of a Telegram channel is switched off.</summary>
    NoPreview,

    /// <summary>Nothing that any format knows.</summary>
    NotAFeed,
}

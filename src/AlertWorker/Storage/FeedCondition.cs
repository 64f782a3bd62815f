namespace AlertWorker.Storage;

/// <summary>Health of a feed, as <c>/api/feeds</c> shows it.</summary>
public enum FeedCondition
{
    /// <summary>Not answered yet since it was configured.</summary>
    Waiting,
    Ok,

    /// <summary>Answers well, but has had no news for much longer than it usually takes.</summary>
    Stale,

    /// <summary>A valid document without an entry.</summary>
    Empty,

    /// <summary>401, 403, 451, a consent or challenge page, a page where a feed is due.</summary>
    Blocked,

    /// <summary>404 or 410.</summary>
    Gone,

    /// <summary>Out of reach, too slow, too large, garbage, an error of the server.</summary>
    Failing,
}

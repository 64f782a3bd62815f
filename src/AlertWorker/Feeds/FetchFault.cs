namespace AlertWorker.Feeds;

/// <summary>Why an exchange gave nothing that can be used.</summary>
public enum FetchFault
{
    /// <summary>No such host, connection refused or reset, no network.</summary>
    Unreachable,

    /// <summary>The exchange was not over in time.</summary>
    Timeout,

    /// <summary>More than the cap, after decompression.</summary>
    TooLarge,

    /// <summary>A redirect too many, to nowhere, or to another scheme than http and https.</summary>
    Redirect,

    /// <summary>The address leads inside.</summary>
    AddressRefused,

    /// <summary>401, 403, 451: the publisher does not want us.</summary>
    Forbidden,

    /// <summary>429 or 503: later.</summary>
    Later,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410.</summary>
    Gone,

    /// <summary>Any other status.</summary>
    Status,

    /// <summary>Not HTTP, an encoding we did not ask for, a body that cannot be unpacked.</summary>
    Garbage,

    /// <summary>200 without a body.</summary>
    Empty,
}

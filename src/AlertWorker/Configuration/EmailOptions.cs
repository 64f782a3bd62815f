namespace AlertWorker.Configuration;

/// <summary>The way out for mail: an SMTP server, a folder of <c>.eml</c> files, or neither.</summary>
public sealed record EmailOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c> (from the first byte) or <c>none</c>.</summary>
    public string Security { get; init; } = "starttls";

    public string? UserName { get; init; }

    /// <summary>Never shown; never sent without TLS unless <see cref="Security"/> is <c>none</c>.</summary>
    public string? Password { get; init; }

    public string? PasswordFile { get; init; }

    /// <summary>Sender, with or without a display name.</summary>
    public string From { get; init; } = "AlertWorker <alerts@localhost>";

    /// <summary>Folder that gets each mail as an <c>.eml</c> file when there is no host; relative to the working directory.</summary>
    public string? PickupDirectory { get; init; }

    /// <summary>Addresses that are told of the worker's own troubles, as the operators of the bot are.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>Signs what is sent; null for nothing.</summary>
    public DkimOptions? Dkim { get; init; }

    /// <summary>Where mails come back to; null where nobody looks.</summary>
    public BounceOptions? Bounces { get; init; }

    /// <summary>True when mail has a way out.</summary>
    public bool IsOn => Host is not null || PickupDirectory is not null;

    public override string ToString() => $"{nameof(EmailOptions)} {Host}:{Port} {Security}";
}

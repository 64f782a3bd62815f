namespace AlertWorker.Configuration;

/// <summary>The mailbox that mails come back to, asked by IMAP: the one of <c>From</c>, as a rule.</summary>
public sealed record BounceOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 993;

    /// <summary><c>tls</c> (from the first byte), <c>starttls</c> or <c>none</c>.</summary>
    public string Security { get; init; } = "tls";

    public string? UserName { get; init; }

    /// <summary>Never shown; never sent without TLS unless <see cref="Security"/> is <c>none</c>.</summary>
    public string? Password { get; init; }

    public string? PasswordFile { get; init; }

    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    public override string ToString() => $"{nameof(BounceOptions)} {Host}:{Port} {Security}";
}

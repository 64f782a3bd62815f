namespace AlertWorker.Configuration;

/// <summary>The key that signs mails (RFC 6376); its public half stands in the DNS at <c>Selector._domainkey.Domain</c>.</summary>
public sealed record DkimOptions
{
    /// <summary>Who vouches; null for the domain of the sender.</summary>
    public string? Domain { get; init; }

    public string Selector { get; init; } = "";

    /// <summary>An RSA key as PEM. Never shown.</summary>
    public string? PrivateKey { get; init; }

    public string? PrivateKeyFile { get; init; }

    public override string ToString() => $"{nameof(DkimOptions)} {Selector}._domainkey.{Domain}";
}

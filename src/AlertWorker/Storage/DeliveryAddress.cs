namespace AlertWorker.Storage;

/// <summary>Reads the addresses of subscribers: <c>mailto:…</c>, <c>telegram:…</c>, <c>https://…</c>, <c>console:</c>.</summary>
public static class DeliveryAddress
{
    /// <summary>The channel an address belongs to; http counts as https, for both are webhooks.</summary>
    public static string Scheme(string address) =>
        address.Split(':', 2)[0].ToLowerInvariant() switch
        {
            "http" => "https",
            var scheme => scheme,
        };

    /// <summary>What stands behind the scheme.</summary>
    public static string Target(string address) => address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

namespace AlertWorker.Web;

/// <summary>Enough of an address to know one's own by; a forwarded mail does not give it away whole.</summary>
internal static class MaskedAddress
{
    public static string Of(string address)
    {
        var bare = address.StartsWith("mailto:", StringComparison.Ordinal) ? address["mailto:".Length..] : address;
        var at = bare.LastIndexOf('@');
        return at < 1 ? "…" : $"\u2066{bare[0]}…{bare[at..]}\u2069";
    }
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>Addresses as found in feeds (RFC 3986, RFC 3987): tidied and made absolute, only http and https.</summary>
internal static class Addresses
{
    /// <summary>White space around and inside removed, as browsers do (WHATWG URL §4.4); null when too long to be one.</summary>
    public static string? Clean(string? address)
    {
        if (address is null)
            return null;
        var trimmed = address.AsSpan().Trim();
        if (trimmed.Length > FeedLimits.Identifier)
            return null;
        if (trimmed.IndexOfAnyInRange('\0', '\u001f') < 0)
            return trimmed.Length == address.Length ? address : trimmed.ToString();
        return string.Concat(trimmed.ToString().Where(c => c is > '\u001f' and not '\u007f'));
    }

    /// <summary>The address as absolute http or https; null when it is none.</summary>
    public static string? Resolve(string address, Uri? at)
    {
        if (IsAbsoluteHttp(address))
            return HasPlainHost(address) || Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
                ? address
                : null;
        if (address.StartsWith("feed://", StringComparison.OrdinalIgnoreCase))
            return Resolve(string.Concat("http", address.AsSpan(4)), at);
        if (address.StartsWith("feed:http", StringComparison.OrdinalIgnoreCase))
            return Resolve(address[5..], at);
        if (address.StartsWith("//", StringComparison.Ordinal))
            return Resolve((at?.Scheme ?? "https") + ":" + address, at);
        if (HasScheme(address))
            return null;
        if (at is null)
            return address.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                ? Resolve("http://" + address, at)
                : null;
        return Uri.TryCreate(at, address, out var joined) && IsHttp(joined) ? joined.OriginalString : null;
    }

    /// <summary>The address as a base for others; null when it is not absolute and cannot be made so.</summary>
    public static Uri? Absolute(string? address, Uri? at = null) =>
        address is not null
        && Resolve(address, at) is { } absolute
        && Uri.TryCreate(absolute, UriKind.Absolute, out var uri)
            ? uri
            : null;

    public static bool IsAbsoluteHttp(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsHttp(Uri uri) => uri.IsAbsoluteUri && uri.Scheme is "http" or "https";

    /// <summary>A host of letters, digits, dots and hyphens right behind the scheme needs no further proof.</summary>
    private static bool HasPlainHost(string address)
    {
        var rest = address.AsSpan(address.IndexOf('/', StringComparison.Ordinal) + 2);
        var end = rest.IndexOfAnyExcept(Characters.Host);
        return rest.Length > 0
            && end != 0
            && (end < 0 || rest[end] is '/' or '?' or '#')
            && char.IsAsciiLetterOrDigit(rest[0]);
    }

    /// <summary>RFC 3986 §3.1: letters, digits, "+", "-", "." before the first colon.</summary>
    private static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !char.IsAsciiLetter(address[0]))
            return false;
        return address.AsSpan(0, colon).IndexOfAnyExcept(Characters.Scheme) < 0;
    }
}

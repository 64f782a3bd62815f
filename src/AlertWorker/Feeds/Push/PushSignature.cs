using System.Security.Cryptography;
using System.Text;

namespace AlertWorker.Feeds;

/// <summary>The signature a hub puts on what it sends (WebSub §7.1): <c>X-Hub-Signature: sha256=…</c>, an HMAC of the body by the secret.</summary>
public static class PushSignature
{
    /// <summary>Whether the header vouches for the body. Nothing, an unknown method and a wrong value do not.</summary>
    public static bool Vouches(string? header, string secret, ReadOnlySpan<byte> body)
    {
        if (header?.Split('=', 2) is not [var method, var value])
            return false;
        var key = Encoding.UTF8.GetBytes(secret);
        byte[]? expected = method.Trim().ToLowerInvariant() switch
        {
            "sha512" => HMACSHA512.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
#pragma warning disable CA5350 // Most hubs still sign with it, and as an HMAC it is not broken.
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            _ => null,
        };
        return expected is not null
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)),
                Encoding.ASCII.GetBytes(value.Trim().ToLowerInvariant())
            );
    }
}

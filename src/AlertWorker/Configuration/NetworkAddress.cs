using System.Net;
using System.Net.Sockets;

namespace AlertWorker.Configuration;

/// <summary>Tells addresses of the open network from those of a machine's own surroundings, so that a feed cannot be used to reach into them.</summary>
public static class NetworkAddress
{
    private static readonly IPNetwork[] Surroundings =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network (RFC 1122)
            "10.0.0.0/8", // private (RFC 1918)
            "100.64.0.0/10", // carrier NAT (RFC 6598)
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments (RFC 6890)
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks (RFC 2544)
            "224.0.0.0/3", // multicast, reserved, broadcast
            "::/128",
            "::1/128",
            "fc00::/7", // unique local (RFC 4193)
            "fe80::/10", // link-local
            "ff00::/8", // multicast
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Nobody's feed or webhook lives here, in a private network neither.</summary>
    private static readonly IPNetwork[] Barred =
    [
        .. new[]
        {
            "169.254.0.0/16", // link-local: a cloud's metadata, and with it the keys of the machine
            "224.0.0.0/3", // multicast, reserved, broadcast
            "fe80::/10", // link-local
            "ff00::/8", // multicast
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] CarriesIPv4 =
    [
        IPNetwork.Parse("64:ff9b::/96"), // NAT64 (RFC 6052): the last four bytes
        IPNetwork.Parse("::/96"), // IPv4-compatible
    ];

    /// <summary>True for loopback, private, link-local, carrier NAT, multicast and metadata addresses, also when wrapped into IPv6.</summary>
    public static bool IsPrivate(IPAddress address) => IsIn(Surroundings, address);

    /// <summary>True for link-local (a cloud's metadata), multicast and reserved addresses: no configuration opens them.</summary>
    public static bool IsBarred(IPAddress address) => IsIn(Barred, address);

    /// <summary>True when the host of the address is written as a barred one.</summary>
    public static bool IsBarred(Uri url) => Literal(url) is { } address && IsBarred(address);

    /// <summary>True when the host of the address says by itself that it is private; a name has to be looked up when it is connected to.</summary>
    public static bool IsPrivate(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.');
        return Literal(url) is { } address
            ? IsPrivate(address)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }

    private static IPAddress? Literal(Uri url) =>
        IPAddress.TryParse(url.IdnHost.TrimEnd('.').Trim('[', ']'), out var address) ? address : null;

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        var plain = Unwrap(address);
        return Array.Exists(
            networks,
            network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain)
        );
    }

    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes is [0x20, 0x02, var a, var b, var c, var d, ..]) // 6to4 (RFC 3056)
            return new IPAddress([a, b, c, d]);
        var isLoopback = IPAddress.IPv6Loopback.Equals(address) || IPAddress.IPv6Any.Equals(address);
        return !isLoopback && CarriesIPv4.Any(network => network.Contains(address))
            ? new IPAddress(bytes.AsSpan(12))
            : address;
    }
}

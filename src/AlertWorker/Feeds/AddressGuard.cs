using System.Net;
using System.Net.Sockets;

namespace AlertWorker.Feeds;

/// <summary>Which addresses a feed may lead us to. Networks as in the IANA special-purpose registries (RFC 6890).</summary>
public static class AddressGuard
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and the metadata address of every cloud
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/127", // unspecified and loopback
            "100::/64",
            "2001:db8::/32",
            "fc00::/7", // unique local, the IPv6 metadata address among them
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>True for an address of the public internet, also when it is written inside an IPv6 one.</summary>
    public static bool IsPublic(IPAddress address)
    {
        address = Embedded(address) ?? address;
        return !Array.Exists(Inside, network => network.Contains(address));
    }

    /// <summary>The IPv4 address that an IPv6 one stands for: mapped, compatible, NAT64, 6to4; null for none.</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        ReadOnlySpan<byte> nat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
        if (bytes.AsSpan(0, 12).SequenceEqual(nat64))
            return new IPAddress(bytes.AsSpan(12));
        if (bytes is [0x20, 0x02, ..])
            return new IPAddress(bytes.AsSpan(2, 4));
        var compatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && bytes[12] != 0;
        return compatible ? new IPAddress(bytes.AsSpan(12)) : null;
    }
}

using System.Net;
using System.Net.Sockets;

namespace AlertWorker.Configuration;

/// <summary>Connects to the open network only, decided on the address really used: a name that resolves inwards is refused.</summary>
public static class GuardedConnect
{
    /// <summary>A connection to the first address of the host that may be used and answers.</summary>
    /// <param name="end">As a client's ConnectCallback is given it.</param>
    /// <param name="allowPrivate">
    /// True lets it into the operator's own network (<c>Http:AllowPrivateNetworks</c>), but not to link-local addresses: a redirect
    /// would lead to the keys that a cloud hands its machines there.
    /// </param>
    /// <exception cref="AddressRefusedException">Every address of the host is inside.</exception>
    /// <exception cref="SocketException">The host has no address, or none answers.</exception>
    public static async ValueTask<Stream> To(DnsEndPoint end, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(end.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var allowed = Array.FindAll(
            addresses,
            a => allowPrivate ? !NetworkAddress.IsBarred(a) : !NetworkAddress.IsPrivate(a)
        );
        if (allowed.Length == 0 && addresses.Length > 0)
            throw new AddressRefusedException(
                NetworkAddress.IsBarred(addresses[0])
                    ? $"{end.Host} leads to {addresses[0]}, where no server of the network is"
                    : $"{end.Host} leads to {addresses[0]}, which belongs to a private network (Http:AllowPrivateNetworks allows it, but no redirect from another host)"
            );

        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, end.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}

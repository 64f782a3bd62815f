using System.Net;
using System.Net.Sockets;
using AlertWorker.Configuration;

namespace AlertWorker.Channels;

/// <summary>Connects to the open network only, decided on the address really used: a name that resolves inwards is refused.</summary>
internal static class GuardedConnect
{
    public static async ValueTask<Stream> To(DnsEndPoint end, bool allowPrivate, CancellationToken cancellation)
    {
        var all = await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var allowed = allowPrivate ? all : Array.FindAll(all, address => !NetworkAddress.IsPrivate(address));
        if (allowed.Length == 0)
            throw new AddressRefusedException(
                $"{end.Host} leads into a private network (Http:AllowPrivateNetworks allows that)"
            );
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

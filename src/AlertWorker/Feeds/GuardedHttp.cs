using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>Makes the client that feeds and articles are fetched with.</summary>
public static class GuardedHttp
{
    /// <summary>A client that decides at connect time, on the address really used, whether it may go there.</summary>
    /// <param name="userAgent">Says who we are and how to reach us.</param>
    /// <param name="allowPrivateNetworks">True lets it into the operator's own network.</param>
    public static HttpClient Client(string userAgent, bool allowPrivateNetworks)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // A proxy would make the connection in our place, and the guard would see the proxy's address only.
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            MaxResponseDrainSize = 64 * 1024,
            MaxResponseHeadersLength = 64,
            // A validator goes back byte for byte as it came.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ConnectCallback = (context, cancellation) =>
                Connect(context.DnsEndPoint, allowPrivateNetworks, cancellation),
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return client;
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(to.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var allowed = allowPrivate ? addresses : Array.FindAll(addresses, a => !NetworkAddress.IsPrivate(a));
        if (allowed.Length == 0 && addresses.Length > 0)
            throw new AddressRefusedException(
                $"{to.Host} leads to {addresses[0]}, which is not on the public internet (Http:AllowPrivateNetworks allows it)"
            );

        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, to.Port, cancellation);
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

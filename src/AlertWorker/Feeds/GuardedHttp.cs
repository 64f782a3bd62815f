using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>Makes the client that feeds and articles are fetched with.</summary>
public static class GuardedHttp
{
    private static readonly HttpRequestOptionsKey<bool> Elsewhere = new("elsewhere");

    /// <summary>A client that decides at connect time, on the address really used, whether it may go there.</summary>
    /// <param name="userAgent">Says who we are and how to reach us.</param>
    /// <param name="allowPrivateNetworks">True lets it into the operator's own network, to hosts that no redirect named.</param>
    [SuppressMessage("Usage", "CA2262", Justification = "Kilobytes are meant: some sites set cookies by the dozen.")]
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
            MaxResponseHeadersLength = 384,
            // A validator goes back byte for byte as it came.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ConnectCallback = (context, cancellation) =>
                GuardedConnect.To(
                    context.DnsEndPoint,
                    allowPrivateNetworks && !IsElsewhere(context.InitialRequestMessage),
                    cancellation
                ),
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return client;
    }

    /// <summary>Says that a server sent us on to another host: of the operator's own network only he may name hosts.</summary>
    public static void SentElsewhere(HttpRequestMessage request) => request.Options.Set(Elsewhere, true);

    private static bool IsElsewhere(HttpRequestMessage request) =>
        request.Options.TryGetValue(Elsewhere, out var elsewhere) && elsewhere;
}

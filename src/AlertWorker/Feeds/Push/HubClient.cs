using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>Asks hubs for subscriptions (WebSub §5.1), within the limits and through the guard of every other request.</summary>
public sealed class HubClient(Func<HttpClient> http, HostGate gate, FetchLimits limits)
{
    /// <summary>How long a lease we ask for; the hub decides.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    /// <summary>Sends the request. The hub answers at once that it will see, and comes back to the callback.</summary>
    /// <returns>Null when the hub accepted it; else why not.</returns>
    public async Task<string?> Subscribe(HubSubscription wanted, Uri callback, CancellationToken cancellation)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hub = new Uri(wanted.Hub);
        using var turn = await gate.Enter(hub, cancellation);
        whole.CancelAfter(limits.Time);
        try
        {
            for (var hops = 0; hops <= limits.Redirects; hops++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = Form(wanted, callback) };
                using var response = await http()
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, whole.Token);
                if (response.IsSuccessStatusCode)
                    return null;
                if (Target(hub, response) is not { } next)
                    return $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
                hub = next;
            }
            return $"more than {limits.Redirects} redirects";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {limits.Time.TotalSeconds:0} s";
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or SocketException or AddressRefusedException)
        {
            return e.GetBaseException().Message.ReplaceLineEndings(" ");
        }
    }

    private static FormUrlEncodedContent Form(HubSubscription wanted, Uri callback) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["hub.callback"] = callback.AbsoluteUri,
                ["hub.mode"] = "subscribe",
                ["hub.topic"] = wanted.Topic,
                ["hub.lease_seconds"] = Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                ["hub.secret"] = wanted.Secret,
            }
        );

    /// <summary>A hub may send on with 307 or 308 only: the others would lose the form. Never from https to http, as the secret goes along.</summary>
    private static Uri? Target(Uri hub, HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
        && Uri.TryCreate(hub, location, out var target)
        && (target.Scheme == "https" || (target.Scheme == "http" && hub.Scheme == "http"))
            ? target
            : null;
}

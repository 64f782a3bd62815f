using System.Net;
using System.Net.Http.Headers;
using AlertWorker.Configuration;

namespace AlertWorker.Channels;

/// <summary>HTTP callbacks after Standard Webhooks: signed, the same id in every try, no redirects, 15 s.</summary>
public sealed class WebhookChannel : IChannel, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <param name="options">As configured now: who we say we are, and whether private networks are allowed.</param>
    public WebhookChannel(Func<HttpOptions> options, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false, // a proxy would connect in our place, past the guard
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectCallback = (context, cancellation) =>
                    GuardedConnect.To(context.DnsEndPoint, options().AllowPrivateNetworks, cancellation),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options().UserAgent);
    }

    public string Scheme => "https";

    public int Parallelism => 16;

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(message.Address, UriKind.Absolute, out var address))
            return new Receipt.Refused($"{message.Address} is no address of the web");
        using var patience = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var request = Request(message, address);
            if (!message.IsOurs())
                return Receipt.NotOurs;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return Read(response);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Receipt.Later("no answer within 15 s");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is AddressRefusedException refused
                ? new Receipt.Refused(refused.Message)
                : new Receipt.Later($"out of reach: {e.Message}");
        }
        catch (FormatException)
        {
            return new Receipt.Refused("the subscriber's secret is not whsec_ + base64");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(OutgoingMessage message, Uri address)
    {
        var body = WebhookBody.Of(message);
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (message.Secret is { } secret)
            request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, message.Id, timestamp, body));
        return request;
    }

    private Receipt Read(HttpResponseMessage response)
    {
        var answer = $"HTTP {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Receipt.Sent(Answer: answer),
            HttpStatusCode.Gone => new Receipt.Refused($"{answer}: the endpoint is gone", Retire: true),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new Receipt.Later(answer, RetryAfter(response)),
            _ => new Receipt.Refused(answer),
        };
    }

    /// <summary>Retry-After as seconds or as a date (RFC 9110 §10.2.3), at most a day.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - _time.GetUtcNow();
        return wait is not { } time || time < TimeSpan.Zero ? null
            : time > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1)
            : time;
    }
}

using System.Net;
using System.Net.Sockets;
using AlertWorker.Configuration;

namespace AlertWorker.Feeds;

/// <summary>Fetches one document within the limits of an exchange. Never throws on what a server does.</summary>
public sealed class FeedFetcher(Func<HttpClient> http, HostGate gate, TimeProvider clock, FetchLimits limits)
{
    private const int LongestValidator = 1024;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(6);

    /// <summary>Room for one large body, for a request that may bring one.</summary>
    public LargeRoom LargeRoom() => new(gate);

    /// <summary>One exchange, redirects and all.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; a server's slowness is a failure instead.</exception>
    public async Task<FetchedFeed> Fetch(FetchRequest request, CancellationToken cancellation)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var hop = new Hop(request.Url, ForGood: true);
        var left = limits.Time;
        Turn? turn = null;
        try
        {
            for (var hops = 0; hops <= limits.Redirects; hops++)
            {
                // Waiting for the host's other feeds is not held against the server.
                whole.CancelAfter(Timeout.InfiniteTimeSpan);
                turn = await gate.Enter(hop.Url, turn, cancellation);
                var started = clock.GetTimestamp();
                whole.CancelAfter(left);
                var (answer, next) = await Ask(request, hop, turn, whole.Token);
                if (answer is not null)
                    return answer;
                hop = next!;
                left -= Min(clock.GetElapsedTime(started), left);
            }
            return Fail(hop.Url, FetchFault.Redirect, $"more than {limits.Redirects} redirects");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Fail(hop.Url, FetchFault.Timeout, $"no complete answer within {limits.Time.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return Broken(hop.Url, e);
        }
        finally
        {
            turn?.Dispose();
        }
    }

    private async Task<(FetchedFeed? Answer, Hop? Next)> Ask(
        FetchRequest request,
        Hop hop,
        Turn turn,
        CancellationToken cancellation
    )
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, hop.Url);
        if (hop.Url.IdnHost != request.Url.IdnHost)
            GuardedHttp.SentElsewhere(message);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        message.Headers.TryAddWithoutValidation(
            "Accept",
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, text/html;q=0.7, */*;q=0.5"
        );
        if (request.ETag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);

        HttpResponseMessage response;
        await using (clock.CreateTimer(_ => turn.Dispose(), null, limits.Patience, Timeout.InfiniteTimeSpan))
            response = await http().SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        using (response)
            return response.StatusCode switch
            {
                HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect => Follow(
                    hop,
                    response,
                    forGood: true
                ),
                HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.MultipleChoices => Follow(hop, response, forGood: false),
                _ => (await Answer(request, hop, response, cancellation), null),
            };
    }

    private static (FetchedFeed? Answer, Hop? Next) Follow(Hop hop, HttpResponseMessage response, bool forGood)
    {
        if (response.Headers.Location is not { } location || !Uri.TryCreate(hop.Url, location, out var target))
            return (Fail(hop.Url, FetchFault.Redirect, $"{(int)response.StatusCode} without a usable Location"), null);
        if (target.Scheme is not ("http" or "https"))
            return (Fail(hop.Url, FetchFault.Redirect, $"redirected to a {target.Scheme}: address"), null);
        if (target.UserInfo.Length > 0)
            return (Fail(hop.Url, FetchFault.Redirect, "redirected to an address with a user name"), null);
        if (hop.Url.Scheme == "https" && target.Scheme == "http")
            return (Fail(hop.Url, FetchFault.Redirect, "redirected from https to http"), null);
        return (null, new Hop(target, hop.ForGood && forGood));
    }

    private async Task<FetchedFeed> Answer(
        FetchRequest request,
        Hop hop,
        HttpResponseMessage response,
        CancellationToken cancellation
    )
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
            return request.Conditional
                ? new FetchedFeed.None { Url = hop.Url }
                : Fail(hop.Url, FetchFault.Garbage, "304 to an unconditional request");
        if (response.StatusCode != HttpStatusCode.OK)
            return Refusal(hop.Url, response);

        var (body, complete) = await BodyReader.Read(
            response.Content,
            request.Bytes ?? limits.Bytes,
            () => request.Room?.Enter(cancellation) ?? Task.CompletedTask,
            cancellation
        );
        if (body.Length == 0)
            return Fail(hop.Url, FetchFault.Empty, "200 with an empty body");
        return new FetchedFeed.Data(body, complete)
        {
            Url = hop.Url,
            ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
                ? type.ToString()
                : null,
            ETag = complete ? Validator(response.Headers.NonValidated, "ETag") : null,
            LastModified = complete ? Validator(response.Content.Headers.NonValidated, "Last-Modified") : null,
            Hub = LinkHeader.Find(response.Headers.NonValidated, "hub", hop.Url),
            Topic = LinkHeader.Find(response.Headers.NonValidated, "self", hop.Url),
            Moved = hop.ForGood && hop.Url != request.Url ? hop.Url : null,
        };
    }

    private static string? Validator(System.Net.Http.Headers.HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= LongestValidator } value
            ? value
            : null;

    private FetchedFeed.Failed Refusal(Uri url, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var fault = status switch
        {
            401 or 403 or 451 => FetchFault.Forbidden,
            404 => FetchFault.NotFound,
            410 => FetchFault.Gone,
            429 or 503 => FetchFault.Later,
            _ => FetchFault.Status,
        };
        var failed = Fail(url, fault, $"{status} {response.ReasonPhrase}".TrimEnd());
        if (RetryAfter(response) is not { } wait)
            return failed;
        gate.Hold(url, wait);
        return failed with { RetryAfter = wait };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(wait.Value.Ticks, LongestRetryAfter.Ticks)) : null;
    }

    private static FetchedFeed.Failed Broken(Uri url, Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            if (cause is AddressRefusedException)
                return Fail(url, FetchFault.AddressRefused, cause.Message);
        return e switch
        {
            InvalidDataException { Message: var message }
                when message.StartsWith("more than", StringComparison.Ordinal) => Fail(
                url,
                FetchFault.TooLarge,
                message
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Fail(
                url,
                FetchFault.Unreachable,
                $"no address for {url.Host}"
            ),
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            } => Fail(url, FetchFault.Garbage, Innermost(e)),
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => Fail(
                url,
                FetchFault.Garbage,
                Innermost(e)
            ),
            InvalidDataException => Fail(url, FetchFault.Garbage, e.Message),
            _ => Fail(url, FetchFault.Unreachable, Innermost(e)),
        };
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static string Innermost(Exception e) => e.GetBaseException().Message.ReplaceLineEndings(" ");

    private static FetchedFeed.Failed Fail(Uri url, FetchFault fault, string reason) =>
        new(fault, reason) { Url = url };

    /// <param name="Url">Where to ask.</param>
    /// <param name="ForGood">Every redirect so far was a permanent one.</param>
    private sealed record Hop(Uri Url, bool ForGood);
}

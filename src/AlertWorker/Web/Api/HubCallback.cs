using System.Globalization;
using AlertWorker.Feeds;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>
/// <c>/websub/{token}</c>, where hubs call (W3C WebSub): a GET asks whether a subscription is meant, or says that it is refused; a POST
/// brings what is new. What does not carry the right signature is answered like the rest and dropped (§7.1).
/// </summary>
internal static class HubCallback
{
    public static async Task<IResult> Verify(
        string token,
        HttpRequest request,
        HubSubscriptions subscriptions,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var (topic, now) = (Parameter(request, "topic"), clock.GetUtcNow());
        switch (Parameter(request, "mode"))
        {
            case "denied":
                await subscriptions.Deny(token, topic, Parameter(request, "reason"), now, cancellation);
                return Results.Ok();
            case "subscribe"
                when Parameter(request, "challenge") is { Length: > 0 } challenge
                    && await subscriptions.Confirm(token, topic, Lease(request), now, cancellation):
                return Results.Text(challenge, "text/plain");
            default:
                return WebProblem.NotFound("Nothing of this kind was asked for.");
        }
    }

    public static async Task<IResult> Receive(
        string token,
        HttpRequest request,
        HubSubscriptions subscriptions,
        PushInbox inbox,
        CancellationToken cancellation
    )
    {
        if (await subscriptions.Find(token, cancellation) is not { } known)
            return Results.StatusCode(StatusCodes.Status410Gone); // tells the hub to forget us
        if (await Body(request, cancellation) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!PushSignature.Vouches(request.Headers["X-Hub-Signature"], known.Secret, body.Span))
        {
            subscriptions.Forged(known);
            return Results.Accepted();
        }
        var document = new PushedDocument(known.Feed, new Uri(known.Topic), body, request.ContentType);
        return inbox.TryPut(document)
            ? Results.Accepted()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The body; null when it is larger than any document that is read.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken cancellation)
    {
        var most = new FetchLimits().Bytes;
        if (request.ContentLength > most)
            return null;
        using var body = new ChunkedBytes();
        while (await request.Body.ReadAsync(body.Free, cancellation) is > 0 and var count)
        {
            body.Advance(count);
            if (body.Length > most)
                return null;
        }
        return body.ToMemory();
    }

    private static string Parameter(HttpRequest request, string name) => request.Query["hub." + name].ToString();

    private static TimeSpan? Lease(HttpRequest request) =>
        int.TryParse(Parameter(request, "lease_seconds"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

using AlertWorker.Bot;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>POST /telegram/{secret}</c>: the webhook of the bot. Whoever does not know the secret finds nothing there.</summary>
internal static class TelegramEndpoint
{
    /// <summary>Updates are a few kilobytes.</summary>
    private const long Most = 1 << 20;

    public static async Task<IResult> Take(
        string secret,
        HttpRequest request,
        WebhookDoor door,
        CancellationToken cancellation
    )
    {
        if (!door.Knows(secret, request.Headers[WebhookDoor.Header]))
            return Results.NotFound();
        if (request.ContentLength is not <= Most)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        return await door.Take(request.Body, cancellation)
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}

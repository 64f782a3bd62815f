using System.Net;
using System.Text.Json;
using AlertWorker.Alerts;
using Telegram.Bot.Exceptions;

namespace AlertWorker.Channels;

/// <summary>A request that Telegram did not fulfil.</summary>
/// <param name="Code">The Bot API's error code, an HTTP status, or 0 when no answer came.</param>
/// <param name="Description">The answer, without the token.</param>
/// <param name="RetryAfter">How long Telegram wants to be left alone; null when it did not say.</param>
/// <param name="MigratedTo">The chat's new id; null when it has none.</param>
public sealed record TelegramFault(int Code, string Description, TimeSpan? RetryAfter = null, long? MigratedTo = null)
{
    /// <summary>Answered to 429 without a figure.</summary>
    private static readonly TimeSpan SomeSeconds = TimeSpan.FromSeconds(5);

    /// <summary>Reads an exception of the client library; null when it is none of Telegram's or the network's making.</summary>
    public static TelegramFault? Of(Exception e, string token) =>
        e switch
        {
            ApiRequestException api => new TelegramFault(
                api.ErrorCode,
                Clean(api.Message, token),
                api.ErrorCode == 429 ? TimeSpan.FromSeconds(api.Parameters?.RetryAfter ?? 5) : null,
                api.Parameters?.MigrateToChatId
            ),
            // "200" with no such answer: somebody else's, as the page of a network that wants a login.
            RequestException { HttpStatusCode: HttpStatusCode.OK } => new TelegramFault(
                0,
                "HTTP 200 without a Bot API answer"
            ),
            RequestException { HttpStatusCode: { } status } => new TelegramFault(
                (int)status,
                $"HTTP {(int)status} without a Bot API answer",
                (int)status == 429 ? SomeSeconds : null
            ),
            RequestException or HttpRequestException or IOException or JsonException => new TelegramFault(
                0,
                $"no answer from Telegram: {Clean((e.InnerException ?? e).Message, token)}"
            ),
            OperationCanceledException or TimeoutException => new TelegramFault(0, "no answer from Telegram in time"),
            _ => null,
        };

    private static string Clean(string text, string token) =>
        SafeText.Line(text.Replace(token, "<token>", StringComparison.Ordinal));
}

using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace AlertWorker.Channels;

/// <summary>The Bot API's answer to a message (https://core.telegram.org/bots/api#making-requests), as far as it is worth knowing.</summary>
internal sealed record BotAnswer
{
    /// <summary>A message of 4,096 characters, another one it answers to, and a hundred entities in each are a quarter of this.</summary>
    public const int MostBytes = 1 << 20;

    private const string NoneOfIts = "this is none of its answers";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public bool Ok { get; init; }

    public Posted? Result { get; init; }

    public int ErrorCode { get; init; }

    public string? Description { get; init; }

    public Hints? Parameters { get; init; }

    /// <summary>Reads an answer that is here as a whole.</summary>
    /// <returns>Id of the message that was sent or edited.</returns>
    /// <exception cref="ApiRequestException">A refusal.</exception>
    /// <exception cref="RequestException">Not an answer of the Bot API: with the status, unless that says all is well, as the page of a network that wants a login does.</exception>
    public static int Read(HttpResponseMessage response) =>
        Parse(response) switch
        {
            { Ok: true, Result: { } posted } when response.StatusCode == HttpStatusCode.OK => posted.MessageId,
            { Ok: false, ErrorCode: not 0, Description: { } refusal } answer => throw new ApiRequestException(
                refusal,
                answer.ErrorCode,
                new ResponseParameters
                {
                    RetryAfter = answer.Parameters?.RetryAfter,
                    MigrateToChatId = answer.Parameters?.MigrateToChatId,
                }
            ),
            _ when response.StatusCode == HttpStatusCode.OK => throw new RequestException(NoneOfIts),
            _ => throw new RequestException(NoneOfIts, response.StatusCode),
        };

    private static BotAnswer? Parse(HttpResponseMessage response)
    {
        try
        {
            return JsonSerializer.Deserialize<BotAnswer>(response.Content.ReadAsStream(), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message as it stands in the chat now.</summary>
    internal sealed record Posted
    {
        public required int MessageId { get; init; }
    }

    /// <summary>What can be done about a refusal.</summary>
    internal sealed record Hints
    {
        public int? RetryAfter { get; init; }

        public long? MigrateToChatId { get; init; }
    }
}

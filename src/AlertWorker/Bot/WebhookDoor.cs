using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlertWorker.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace AlertWorker.Bot;

/// <summary>
/// Where Telegram delivers updates when <c>Telegram.WebhookSecret</c> is set. The secret is part of the address; a word derived from it and from
/// the token comes in the header <c>X-Telegram-Bot-Api-Secret-Token</c>, so that an address found in some log opens nothing.
/// </summary>
public sealed partial class WebhookDoor(
    TelegramGate gate,
    UpdateDesk desk,
    BotUpdateStore updates,
    ChatTurns turns,
    BotWorld world,
    ILogger<WebhookDoor> logger
)
{
    /// <summary>Header that carries the derived word.</summary>
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Connections Telegram may use at once.</summary>
    private const int Connections = 8;

    private string? _registered;

    /// <summary>True when updates are to be delivered rather than asked for.</summary>
    public bool IsOpen => world.Configuration.Settings.Telegram.WebhookSecret is not null && Address is not null;

    private string? Secret => world.Configuration.Settings.Telegram.WebhookSecret;

    private string? Address => Secret is { } secret ? world.Messages.Link($"telegram/{secret}") : null;

    /// <summary>Tells Telegram where to deliver, once for an address and token.</summary>
    public async Task Register(CancellationToken cancellation)
    {
        if (Address is not { } address || gate.Client?.Token is not { } token || _registered == address + token)
            return;
        var (_, fault) = await gate.Ask(
            async (bot, patience) =>
            {
                await bot.SetWebhook(
                    address,
                    maxConnections: Connections,
                    allowedUpdates: UpdateDesk.Wanted,
                    secretToken: Word(token),
                    cancellationToken: patience
                );
                return true;
            },
            cancellation
        );
        if (fault is null)
        {
            _registered = address + token;
            LogRegistered();
        }
        else
            LogRefused(fault.Description.Replace(Secret!, "…", StringComparison.Ordinal));
    }

    /// <summary>Takes the address back; what waits there is asked for instead.</summary>
    public async Task Unregister(CancellationToken cancellation)
    {
        _registered = null;
        await gate.Ask<bool>(
            async (bot, patience) =>
            {
                await bot.DeleteWebhook(cancellationToken: patience);
                return true;
            },
            cancellation
        );
        LogUnregistered();
    }

    /// <summary>True for a delivery of Telegram, compared in constant time.</summary>
    /// <param name="secret">From the address.</param>
    /// <param name="word">From the header.</param>
    public bool Knows(string secret, string? word) =>
        IsOpen && gate.Client?.Token is { } token && Same(secret, Secret!) & Same(word ?? "", Word(token));

    /// <summary>Answers one delivered update, unless it was answered before.</summary>
    /// <returns>False while we do not know our own name yet: Telegram is to deliver it again. What cannot be read would come for ever, and is let go.</returns>
    public async Task<bool> Take(Stream body, CancellationToken cancellation)
    {
        Update? update;
        try
        {
            update = await JsonSerializer.DeserializeAsync<Update>(body, JsonBotAPI.Options, cancellation);
        }
        catch (JsonException e)
        {
            LogUnreadable(e.Message);
            return true;
        }
        if (update is null)
            return true;
        if (!await desk.IntroduceOurselves(registers: false, cancellation))
            return false;
        var chat = UpdateDesk.ChatOf(update);
        var isBusy = turns.IsBusy(chat);
        // Not the request's token: what is in hand is answered, however long the chat has to wait for it.
        var answer = turns.Add(chat, () => AnswerOnce(update, CancellationToken.None));
        // One that is being answered does not hold a connection that others could use.
        if (!isBusy)
            await turns.Wait([answer], cancellation);
        return true;
    }

    private async Task AnswerOnce(Update update, CancellationToken cancellation)
    {
        if (!await updates.IsNew(update.Id, cancellation))
            return;
        await desk.Answer(update, cancellation);
        await updates.Remember(update.Id, cancellation); // last: a crash has it delivered again
    }

    private string Word(string token) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes($"webhook\n{Secret}"))
        );

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    [LoggerMessage(LogLevel.Information, "Telegram delivers updates to the webhook")]
    private partial void LogRegistered();

    [LoggerMessage(LogLevel.Warning, "Telegram refuses the webhook: {Why}")]
    private partial void LogRefused(string why);

    [LoggerMessage(LogLevel.Warning, "An update cannot be read and is let go: {Why}")]
    private partial void LogUnreadable(string why);

    [LoggerMessage(LogLevel.Information, "An earlier webhook was taken back; updates are asked for")]
    private partial void LogUnregistered();
}

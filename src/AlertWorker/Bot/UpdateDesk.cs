using System.Globalization;
using AlertWorker.Channels;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AlertWorker.Bot;

/// <summary>Answers updates, however they came: knows the bot's own name, and lets no failing one stop the rest.</summary>
public sealed partial class UpdateDesk(
    TelegramGate gate,
    Conversation conversation,
    CommandMenu menu,
    ILogger<UpdateDesk> logger
)
{
    private string? _name;
    private string? _token;

    /// <summary>The kinds of updates we ask for.</summary>
    public static IReadOnlyList<UpdateType> Wanted { get; } =
    [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    /// <summary>The chat an update belongs to: its updates are answered one after the other.</summary>
    public static long ChatOf(Update update) =>
        update.Message?.Chat.Id
        ?? update.CallbackQuery?.Message?.Chat.Id
        ?? update.MyChatMember?.Chat.Id
        ?? update.InlineQuery?.From.Id
        ?? 0;

    /// <summary>Asks Telegram who we are, once a token.</summary>
    /// <param name="registers">True to register the menu of commands as well.</param>
    /// <returns>False when Telegram did not answer.</returns>
    public async Task<bool> IntroduceOurselves(bool registers, CancellationToken cancellation)
    {
        var token = gate.Client?.Token;
        if (_name is not null && token == _token)
            return true;
        var (me, fault) = await gate.Ask((bot, patience) => bot.GetMe(patience), cancellation);
        if (me?.Username is not { } name)
        {
            LogNoAnswer(fault?.Description ?? "no answer");
            return false;
        }
        if (registers)
            await menu.Register(cancellation);
        (_name, _token) = (name, token);
        LogSpeaking(name);
        return true;
    }

    /// <summary>Answers one update; a failure is told in the log.</summary>
    public async Task Answer(Update update, CancellationToken cancellation)
    {
        try
        {
            await conversation.Handle(update, _name ?? "", cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUpdateFailed(e, update.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    [LoggerMessage(LogLevel.Information, "The bot @{Name} listens")]
    private partial void LogSpeaking(string name);

    [LoggerMessage(LogLevel.Warning, "Telegram does not answer: {Why}")]
    private partial void LogNoAnswer(string why);

    [LoggerMessage(LogLevel.Error, "Update {Id} failed")]
    private partial void LogUpdateFailed(Exception e, string id);
}

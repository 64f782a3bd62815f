using AlertWorker.Alerts;
using AlertWorker.Channels;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace AlertWorker.Bot;

/// <summary>Sends what the bot says, within the same budget as alerts and behind them.</summary>
public sealed class BotLine(TelegramGate gate, UpdateMemory memory, TimeProvider time)
{
    private const int Rank = 2;

    /// <summary>A reply that would come later than this helps nobody any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    private const int MostTries = 3;

    private ButtonSeal Seal => new(gate.Client?.Token ?? "");

    /// <summary>Opens the data of a pressed button; null when it was not made for this chat.</summary>
    public (char Verb, string Hash)? Open(long chat, string? data) => Seal.Open(chat, data);

    /// <summary>Sends an answer, or edits the message whose button was pressed.</summary>
    /// <param name="pressed">Id of that message; null when a command was typed.</param>
    public async Task Say(BotChat chat, BotReply reply, int? pressed, CancellationToken cancellation)
    {
        // One that met a limit was not shown, and is said again after the pause.
        for (var tries = 0; tries < MostTries && await Turn(chat.Address, cancellation); tries++)
        {
            var fault = await Send(chat, reply, pressed, cancellation);
            gate.Chats.Answered(chat.Address);
            if (fault?.RetryAfter is null)
                return;
        }
    }

    private async Task<TelegramFault?> Send(BotChat chat, BotReply reply, int? pressed, CancellationToken cancellation)
    {
        var buttons = Keyboard(chat, reply);
        var (_, fault) = await gate.Ask(
            (bot, patience) =>
                reply.InPlace && pressed is { } message
                    ? bot.EditMessageText(
                        chat.Address.Id,
                        message,
                        TelegramHtml.Render(reply.Text),
                        ParseMode.Html,
                        buttons,
                        LinkPreviewOptions.Disabled,
                        cancellationToken: patience
                    )
                    : bot.SendMessage(
                        chat.Address.Id,
                        TelegramHtml.Render(reply.Text),
                        ParseMode.Html,
                        replyMarkup: buttons,
                        linkPreviewOptions: LinkPreviewOptions.Disabled,
                        messageThreadId: chat.Address.Topic,
                        cancellationToken: patience
                    ),
            cancellation
        );
        return fault;
    }

    /// <summary>Ends the waiting circle of a pressed button, with a word when there is one.</summary>
    public Task Acknowledge(string press, string? word, CancellationToken cancellation) =>
        gate.Ask<bool>(
            async (bot, patience) =>
            {
                await bot.AnswerCallbackQuery(press, word, cancellationToken: patience);
                return true;
            },
            cancellation
        );

    /// <summary>True when the user administers the chat, as Telegram says now.</summary>
    public async Task<bool> IsAdministrator(long chat, long user, CancellationToken cancellation)
    {
        var (member, _) = await gate.Ask((bot, patience) => bot.GetChatMember(chat, user, patience), cancellation);
        return member?.Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator;
    }

    /// <summary>Waits for the chat's budget and the token's turn; false when that takes too long, or another node answers by now.</summary>
    private async Task<bool> Turn(TelegramAddress to, CancellationToken cancellation)
    {
        var deadline = time.GetUtcNow() + Stale;
        while (time.GetUtcNow() < deadline)
        {
            var wait = gate.Chats.Wait(to);
            if (wait == TimeSpan.Zero && (wait = await gate.Turn(Rank, cancellation)) == TimeSpan.Zero)
                if ((wait = gate.Chats.Take(to)) == TimeSpan.Zero)
                    return !memory.IsOver;
            if (time.GetUtcNow() + wait > deadline)
                return false;
            await Task.Delay(wait, time, cancellation);
        }
        return false;
    }

    private InlineKeyboardMarkup? Keyboard(BotChat chat, BotReply reply) =>
        reply.Buttons.Count == 0
            ? null
            : new InlineKeyboardMarkup(
                reply.Buttons.Select(row =>
                    row.Select(button =>
                        InlineKeyboardButton.WithCallbackData(
                            SafeText.Line(button.Label),
                            Seal.Seal(chat.Id, button.Verb, ButtonSeal.Hash(button.Argument))
                        )
                    )
                )
            );
}

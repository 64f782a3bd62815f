using System.Globalization;
using System.Runtime.CompilerServices;
using AlertWorker.Alerts;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AlertWorker.Channels;

/// <summary>Telegram messages: one thread an incident, a confirmation edited in, markup that never costs an alert.</summary>
/// <param name="buttons">The buttons under an alert; null for none.</param>
public sealed class TelegramChannel(TelegramGate gate, AlertButtons? buttons = null) : IChannel
{
    /// <summary>Readers of one language get the same words, and so the same markup.</summary>
    private readonly ConditionalWeakTable<ComposedMessage, string> _markup = [];

    public string Scheme => "telegram";

    public int Parallelism => 32;

    /// <summary>A token has one budget, whoever sends with it.</summary>
    public bool IsOneNodes => true;

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (TelegramAddress.Parse(message.Target) is not { } to)
            return new Receipt.Refused(
                $"{message.Address} is no Telegram address: telegram:123, telegram:-100123/42 or telegram:@name"
            );
        if (await Wait(to, message.Loud, cancellation) is var wait && wait > TimeSpan.Zero)
            return new Receipt.Later("waits for its turn", wait, Tried: false);

        if (message is { Alert.Kind: AlertKind.Confirmed, Thread: { } thread } && Number(thread.Last) is { } told)
            if (await Edit(message, to, told, cancellation) is { } edited)
                return edited;
        return await Post(message, to, cancellation);
    }

    /// <summary>Waits shortly for the token's turn; a longer wait, for the chat's own budget or a pause, is given back.</summary>
    private async Task<TimeSpan> Wait(TelegramAddress to, bool loud, CancellationToken cancellation)
    {
        if (gate.Chats.Wait(to) is var chat && chat > TimeSpan.Zero)
            return chat;
        if (await gate.Turn(loud ? 0 : 1, cancellation) is var pause && pause > TimeSpan.Zero)
            return pause;
        return gate.Chats.Take(to);
    }

    private async Task<Receipt> Post(OutgoingMessage message, TelegramAddress to, CancellationToken cancellation)
    {
        var (posted, fault) = await Post(message, to, plain: false, cancellation);
        if (fault is not null && TelegramAnswer.IsTopicGone(fault))
            (posted, fault) = await Post(message, to with { Topic = null }, plain: false, cancellation);
        if (fault is not null && TelegramAnswer.IsMarkup(fault))
            (posted, fault) = await Post(message, to, plain: true, cancellation);
        return fault is null
            ? new Receipt.Sent(posted!.Id.ToString(CultureInfo.InvariantCulture), $"message {posted.Id}")
            : TelegramAnswer.Read(fault, to);
    }

    private Task<(Message?, TelegramFault?)> Post(
        OutgoingMessage message,
        TelegramAddress to,
        bool plain,
        CancellationToken cancellation
    ) =>
        gate.Ask(
            (bot, patience) =>
                bot.SendMessage(
                    to.Id,
                    plain ? TelegramHtml.Plain(message.Text) : Markup(message.Text),
                    plain ? ParseMode.None : ParseMode.Html,
                    ReplyTo(message),
                    buttons?.Under(message),
                    LinkPreviewOptions.Disabled,
                    messageThreadId: to.Topic,
                    disableNotification: !message.Loud,
                    cancellationToken: patience
                ),
            cancellation
        );

    /// <returns>Null when there is nothing to edit any more.</returns>
    private async Task<Receipt?> Edit(
        OutgoingMessage message,
        TelegramAddress to,
        int told,
        CancellationToken cancellation
    )
    {
        var (_, fault) = await gate.Ask(
            (bot, patience) =>
                bot.EditMessageText(
                    to.Id,
                    told,
                    Markup(message.Text),
                    ParseMode.Html,
                    buttons?.Under(message),
                    LinkPreviewOptions.Disabled,
                    cancellationToken: patience
                ),
            cancellation
        );
        if (fault is null || TelegramAnswer.IsUnchanged(fault))
            return new Receipt.Sent(told.ToString(CultureInfo.InvariantCulture), $"message {told} edited");
        return TelegramAnswer.CannotEdit(fault) || TelegramAnswer.IsMarkup(fault)
            ? null
            : TelegramAnswer.Read(fault, to);
    }

    private string Markup(ComposedMessage text) => _markup.GetValue(text, static text => TelegramHtml.Render(text));

    private static ReplyParameters? ReplyTo(OutgoingMessage message) =>
        message.Thread is { } thread && Number(thread.First) is { } first
            ? new ReplyParameters { MessageId = first, AllowSendingWithoutReply = true }
            : null;

    private static int? Number(string reference) =>
        int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlertWorker.Alerts;
using Telegram.Bot;

namespace AlertWorker.Channels;

/// <summary>Telegram messages: one thread an incident, a confirmation edited in, markup that never costs an alert.</summary>
/// <param name="buttons">The buttons under an alert; null for none.</param>
public sealed class TelegramChannel(TelegramGate gate, AlertButtons? buttons = null) : IChannel
{
    /// <summary>Readers of one language get the same words, and so the same markup.</summary>
    private readonly ConditionalWeakTable<ComposedMessage, StrongBox<JsonEncodedText>> _markup = [];

    public string Scheme => "telegram";

    public int Parallelism => 32;

    public string Lease => TelegramGate.Lease;

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (TelegramAddress.Parse(message.Target) is not { } to)
            return new Receipt.Refused(
                $"{message.Address} is no Telegram address: telegram:123, telegram:-100123/42 or telegram:@name"
            );
        if (await Wait(to, message.Loud, cancellation) is var wait && wait > TimeSpan.Zero)
            return new Receipt.Later("waits for its turn", wait, Tried: false);
        var receipt = message.IsOurs() ? await Tell(message, to, cancellation) : Receipt.NotOurs;
        gate.Chats.Answered(to);
        return receipt;
    }

    /// <summary>Edits what was told, or tells anew.</summary>
    private async Task<Receipt> Tell(OutgoingMessage message, TelegramAddress to, CancellationToken cancellation)
    {
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

    private Task<(AlertRequest.Posted?, TelegramFault?)> Post(
        OutgoingMessage message,
        TelegramAddress to,
        bool plain,
        CancellationToken cancellation
    ) =>
        Ask(
            new AlertRequest("sendMessage")
            {
                To = to,
                Text = plain ? Encoded(TelegramHtml.Plain(message.Text)) : Markup(message.Text),
                IsMarkup = !plain,
                ReplyTo = message.Thread is { } thread ? Number(thread.First) : null,
                IsQuiet = !message.Loud,
                Buttons = buttons?.Under(message, to) ?? [],
            },
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
        var (_, fault) = await Ask(
            new AlertRequest("editMessageText")
            {
                To = to,
                Edited = told,
                Text = Markup(message.Text),
                IsMarkup = true,
                Buttons = buttons?.Under(message, to) ?? [],
            },
            cancellation
        );
        if (fault is null || TelegramAnswer.IsUnchanged(fault))
            return new Receipt.Sent(told.ToString(CultureInfo.InvariantCulture), $"message {told} edited");
        return TelegramAnswer.CannotEdit(fault) || TelegramAnswer.IsMarkup(fault)
            ? null
            : TelegramAnswer.Read(fault, to);
    }

    private Task<(AlertRequest.Posted?, TelegramFault?)> Ask(AlertRequest request, CancellationToken cancellation) =>
        gate.Ask((bot, patience) => bot.SendRequest(request, patience), cancellation);

    private JsonEncodedText Markup(ComposedMessage text) =>
        _markup.GetValue(text, static text => new StrongBox<JsonEncodedText>(Encoded(TelegramHtml.Render(text)))).Value;

    private static JsonEncodedText Encoded(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static int? Number(string reference) =>
        int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

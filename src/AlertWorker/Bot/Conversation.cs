using System.Globalization;
using AlertWorker.Channels;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AlertWorker.Bot;

/// <summary>Takes updates and answers them. Who may speak is decided by numeric id alone; in groups, administrators.</summary>
public sealed class Conversation(CommandList commands, BotWorld world, Subscriptions people, ConversationParts parts)
{
    /// <summary>Handles one update; what is no message, press or membership is ignored.</summary>
    /// <param name="bot">Our own user name.</param>
    public Task Handle(Update update, string bot, CancellationToken cancellation) =>
        update switch
        {
            { Message: { From: not null } message } => Handle(message, bot, cancellation),
            { CallbackQuery: { Message: not null } press } => Handle(press, cancellation),
            { InlineQuery: { } query } => parts.Inline.Answer(query, cancellation),
            { MyChatMember: { } membership } => Handle(membership, cancellation),
            _ => Task.CompletedTask,
        };

    private async Task Handle(Message message, string bot, CancellationToken cancellation)
    {
        if (message.MigrateToChatId is { } moved)
        {
            await people.Move(Address(message.Chat.Id), Address(moved), cancellation);
            return;
        }
        var command = SpokenCommand.Parse(message.Text, bot);
        var isGroup = message.Chat.Type != ChatType.Private;
        if (
            (command is null && (isGroup || (message.Text is null && message.Location is null)))
            || !parts.Flood.Allows(message.Chat.Id)
        )
            return;
        if (isGroup && !await MaySpeak(message, cancellation))
            return;
        var chat = await Chat(message, message.From!, cancellation);
        await parts.Line.Say(chat, await Answer(chat, message, command, cancellation), null, cancellation);
    }

    private async Task<BotReply> Answer(
        BotChat chat,
        Message message,
        SpokenCommand? command,
        CancellationToken cancellation
    )
    {
        if (message.Location is { } place)
            return await commands.Get<StatusCommand>().Near(chat, place.Latitude, place.Longitude, cancellation);
        // A name without a command, in private: whoever types "chaman" wants to know how it is there.
        if (command is null)
            return Meant.By(message.Text ?? "", world) is { Selector: null, Candidates: [] }
                ? BotReply.Of(chat, chat.Say("bot.unknown"))
                : await commands.Get<StatusCommand>().Run(chat, message.Text ?? "", cancellation);
        return commands.Find(command.Name) is { } known
            ? await known.Run(chat, command.Argument, cancellation)
            : BotReply.Of(chat, chat.Say("bot.unknown"));
    }

    private async Task Handle(CallbackQuery press, CancellationToken cancellation)
    {
        var message = press.Message!;
        var chat = await Chat(message, press.From, cancellation);
        if (parts.Line.Open(chat.Id, press.Data) is not var (verb, hash) || !parts.Flood.Allows(chat.Id))
        {
            await parts.Line.Acknowledge(press.Id, chat.Say("bot.expired"), cancellation);
            return;
        }
        var allowed =
            message.Chat.Type == ChatType.Private
            || await parts.Line.IsAdministrator(message.Chat.Id, press.From.Id, cancellation);
        var reply = allowed ? await parts.Presses.Run(chat, verb, hash, cancellation) : null;
        await parts.Line.Acknowledge(press.Id, reply is null ? chat.Say("bot.expired") : null, cancellation);
        if (reply is not null)
            await parts.Line.Say(chat, reply, message.Id, cancellation);
    }

    /// <summary>Thrown out or blocked: the address is retired. Let in again: it is in use.</summary>
    private Task Handle(ChatMemberUpdated membership, CancellationToken cancellation)
    {
        var address = Address(membership.Chat.Id).ToString();
        return membership.NewChatMember.Status switch
        {
            ChatMemberStatus.Kicked or ChatMemberStatus.Left => people.Retire(
                address,
                "the bot was blocked or removed",
                cancellation
            ),
            _ => people.Revive(address, cancellation),
        };
    }

    /// <summary>An administrator by number, or one who speaks as the group itself.</summary>
    private async Task<bool> MaySpeak(Message message, CancellationToken cancellation) =>
        message.SenderChat?.Id == message.Chat.Id
        || await parts.Line.IsAdministrator(message.Chat.Id, message.From!.Id, cancellation);

    private async Task<BotChat> Chat(Message message, User user, CancellationToken cancellation)
    {
        var address = Address(message.Chat.Id) with { Topic = message.IsTopicMessage ? message.MessageThreadId : null };
        var (person, isKnown) = await people.Of(address, world.Spoken(user.LanguageCode), cancellation);
        return new BotChat(
            message.Chat.Id,
            address,
            user.Id,
            person,
            isKnown,
            world.Catalogs.For(person.Language),
            message.ReplyToMessage?.Id
        );
    }

    private static TelegramAddress Address(long chat) => new(chat.ToString(CultureInfo.InvariantCulture), null);
}

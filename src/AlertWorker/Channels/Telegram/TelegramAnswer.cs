namespace AlertWorker.Channels;

/// <summary>What Telegram's refusals mean (<c>reliability.md</c> §2). An unknown one retires nobody.</summary>
public static class TelegramAnswer
{
    /// <summary>Nothing will reach this chat again, whoever sends.</summary>
    private static readonly string[] Gone =
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked from",
        "bot is not a member of",
        "bot can't initiate conversation",
        "bot can't send messages to bots",
        "chat not found",
        "user not found",
        "PEER_ID_INVALID",
        "group chat was deactivated",
        "the group chat was deleted",
    ];

    private static readonly string[] Unparsed =
    [
        "can't parse entities",
        "can't parse message text",
        "can't find end of",
    ];

    private static readonly string[] NothingToEdit =
    [
        "message to edit not found",
        "message can't be edited",
        "MESSAGE_ID_INVALID",
    ];

    /// <summary>The receipt of a refusal.</summary>
    /// <param name="to">Where it was sent, for the new address after a migration.</param>
    public static Receipt Read(TelegramFault fault, TelegramAddress to) =>
        fault switch
        {
            { MigratedTo: { } chat } => new Receipt.Moved(
                (to with { Chat = chat.ToString(System.Globalization.CultureInfo.InvariantCulture) }).ToString()
            ),
            { RetryAfter: { } wait } => new Receipt.Later(Text(fault), wait),
            // The token is wrong or withdrawn: an operator can mend that, and nobody's address is at fault.
            { Code: 401 or 404 } => new Receipt.Later($"{Text(fault)} – is Telegram:BotToken right?"),
            { Code: 400 or 403 } => new Receipt.Refused(Text(fault), Retire: Says(fault, Gone)),
            { Code: 0 or >= 500 or 408 or 409 } => new Receipt.Later(Text(fault)),
            _ => new Receipt.Refused(Text(fault)),
        };

    /// <summary>True when the markup was the trouble: the same words go out without it.</summary>
    public static bool IsMarkup(TelegramFault fault) => fault.Code == 400 && Says(fault, Unparsed);

    /// <summary>True when the message to edit is gone: a new one takes its place.</summary>
    public static bool CannotEdit(TelegramFault fault) => fault.Code == 400 && Says(fault, NothingToEdit);

    /// <summary>True when an edit changed nothing: it stands already.</summary>
    public static bool IsUnchanged(TelegramFault fault) =>
        fault.Code == 400 && Says(fault, ["message is not modified"]);

    /// <summary>True when the forum topic is gone: the chat itself still hears.</summary>
    public static bool IsTopicGone(TelegramFault fault) =>
        fault.Code == 400 && Says(fault, ["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED"]);

    private static string Text(TelegramFault fault) =>
        fault.Code == 0 ? fault.Description : $"{fault.Code} {fault.Description}";

    private static bool Says(TelegramFault fault, string[] phrases) =>
        Array.Exists(phrases, phrase => fault.Description.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}

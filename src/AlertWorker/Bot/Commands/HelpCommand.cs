namespace AlertWorker.Bot;

/// <summary><c>/help</c>: every command in one line each.</summary>
public sealed class HelpCommand : IBotCommand
{
    /// <summary>The commands everybody sees, in the order people need them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "watch",
        "unwatch",
        "list",
        "status",
        "history",
        "mute",
        "quiet",
        "digest",
        "language",
        "timezone",
        "why",
        "wrong",
        "stop",
        "privacy",
        "help",
    ];

    public string Name => "help";

    public Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation) =>
        Task.FromResult(
            BotReply.Of(
                chat,
                string.Join(
                    '\n',
                    Names.Select(name => $"/{name} – {chat.Say($"command.{name}")}").Prepend(chat.Say("bot.help"))
                )
            )
        );
}

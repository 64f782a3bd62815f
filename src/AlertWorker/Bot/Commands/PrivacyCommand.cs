namespace AlertWorker.Bot;

/// <summary><c>/privacy</c>: what is stored of a chat, and how it goes away.</summary>
public sealed class PrivacyCommand : IBotCommand
{
    public string Name => "privacy";

    public Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation) =>
        Task.FromResult(BotReply.Of(chat, chat.Say("bot.privacy")));
}

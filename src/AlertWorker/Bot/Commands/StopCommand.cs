namespace AlertWorker.Bot;

/// <summary><c>/stop</c>: deletes everything stored of the chat.</summary>
public sealed class StopCommand(Subscriptions people) : IBotCommand
{
    public string Name => "stop";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        await people.Forget(chat.Person, cancellation);
        return BotReply.Of(chat, chat.Say("bot.stop.done"));
    }
}

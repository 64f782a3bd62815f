using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/start</c>: who we are, and in which language to go on. What stands behind it is ignored: it comes from links anybody can make.</summary>
public sealed class StartCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    public string Name => "start";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        await people.Save(chat.Person, cancellation);
        return BotReply.Of(chat, $"{chat.Say("bot.start")}\n\n{chat.Say("bot.start.next")}") with
        {
            Buttons = Languages(world.Catalogs),
        };
    }

    /// <summary>A button for each language, in its own name, three in a row.</summary>
    internal static IReadOnlyList<IReadOnlyList<BotButton>> Languages(MessageCatalogs catalogs) =>
        [.. catalogs.All.Select(c => new BotButton(c.Name, Verbs.Language, c.Language)).Chunk(3)];
}

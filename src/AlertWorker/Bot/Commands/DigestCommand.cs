namespace AlertWorker.Bot;

/// <summary><c>/digest 07:00</c> or <c>/digest off</c>: one message a day with the state of everything watched.</summary>
public sealed class DigestCommand(Subscriptions people) : IBotCommand
{
    public string Name => "digest";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (string.Equals(argument, "off", StringComparison.OrdinalIgnoreCase) || argument == chat.Say("bot.off"))
        {
            await people.Save(chat.Person with { Digest = null }, cancellation);
            return BotReply.Of(chat, chat.Say("bot.digest.off"));
        }
        if (Clock.Parse(argument) is not { } at)
            return BotReply.Of(chat, chat.Say("bot.digest.ask"));
        await people.Save(chat.Person with { Digest = at }, cancellation);
        return BotReply.Of(chat, chat.Say("bot.digest.done", ("time", Clock.Show(at)), ("zone", chat.Person.TimeZone)));
    }
}

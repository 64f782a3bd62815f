namespace AlertWorker.Bot;

/// <summary><c>/digest 07:00</c> or <c>/digest off</c>: one message a day with the state of everything watched.</summary>
public sealed class DigestCommand(Subscriptions people) : IBotCommand
{
    /// <summary>What the buttons offer.</summary>
    public static IReadOnlyList<string> Offers { get; } = ["06:00", "07:00", "08:00", "18:00", Answers.Off];

    public string Name => "digest";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (Answers.IsOff(argument, chat))
        {
            await people.Save(chat.Person with { Digest = null }, cancellation);
            return BotReply.Of(chat, chat.Say("bot.digest.off"));
        }
        if (Clock.Parse(argument) is not { } at)
            return BotReply.Of(chat, chat.Say("bot.digest.ask")) with
            {
                Buttons = [.. Offers.Select(offer => new BotButton(Label(offer, chat), Verbs.Digest, offer)).Chunk(3)],
            };
        await people.Save(chat.Person with { Digest = at }, cancellation);
        return BotReply.Of(
            chat,
            chat.Say("bot.digest.done", ("time", Clock.Show(at, chat.Catalog)), ("zone", chat.Person.TimeZone))
        );
    }

    private static string Label(string offer, BotChat chat) =>
        Clock.Parse(offer) is { } at ? Clock.Show(at, chat.Catalog) : chat.Say("bot.off");
}

using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/quiet 22:00-06:00</c> or <c>/quiet off</c>: hours in which only closures and reopenings ring.</summary>
public sealed class QuietCommand(Subscriptions people) : IBotCommand
{
    private static readonly AlertKind[] Always = [AlertKind.Closed, AlertKind.Reopened];

    /// <summary>What the buttons offer.</summary>
    public static IReadOnlyList<string> Offers { get; } = ["22:00-06:00", "23:00-07:00", "20:00-08:00", Answers.Off];

    public string Name => "quiet";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (Answers.IsOff(argument, chat))
        {
            await people.Save(chat.Person with { QuietHours = null }, cancellation);
            return BotReply.Of(chat, chat.Say("bot.quiet.off"));
        }
        if (Clock.ParseSpan(argument) is not var (from, to))
            return BotReply.Of(chat, chat.Say("bot.quiet.ask")) with
            {
                Buttons = [.. Offers.Select(offer => new BotButton(Label(offer, chat), Verbs.Quiet, offer)).Chunk(2)],
            };
        var quiet = new QuietHours(from, to, Always);
        await people.Save(chat.Person with { QuietHours = quiet }, cancellation);
        return BotReply.Of(
            chat,
            chat.Say("bot.quiet.done", ("quiet", Clock.Show(quiet, chat.Catalog)), ("zone", chat.Person.TimeZone))
        );
    }

    private static string Label(string offer, BotChat chat) =>
        Clock.ParseSpan(offer) is var (from, to)
            ? Clock.Show(new QuietHours(from, to, []), chat.Catalog)
            : chat.Say("bot.off");
}

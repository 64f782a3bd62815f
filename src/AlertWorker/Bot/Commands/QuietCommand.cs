using System.Globalization;
using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/quiet 22:00-06:00</c> or <c>/quiet off</c>: hours in which only closures and reopenings ring.</summary>
public sealed class QuietCommand(Subscriptions people) : IBotCommand
{
    private static readonly AlertKind[] Always = [AlertKind.Closed, AlertKind.Reopened];

    public string Name => "quiet";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (string.Equals(argument, "off", StringComparison.OrdinalIgnoreCase) || argument == chat.Say("bot.off"))
        {
            await people.Save(chat.Person with { QuietHours = null }, cancellation);
            return BotReply.Of(chat, chat.Say("bot.quiet.off"));
        }
        if (Parse(argument) is not var (from, to))
            return BotReply.Of(chat, chat.Say("bot.quiet.ask"));
        await people.Save(chat.Person with { QuietHours = new QuietHours(from, to, Always) }, cancellation);
        return BotReply.Of(
            chat,
            chat.Say(
                "bot.quiet.done",
                ("quiet", $"{Clock.Show(from)}–{Clock.Show(to)}"),
                ("zone", chat.Person.TimeZone)
            )
        );
    }

    private static (TimeOnly From, TimeOnly To)? Parse(string text) =>
        text.Split('-', '–', ' ') is [var from, var to]
        && Clock.Parse(from) is { } start
        && Clock.Parse(to) is { } end
        && start != end
            ? (start, end)
            : null;
}

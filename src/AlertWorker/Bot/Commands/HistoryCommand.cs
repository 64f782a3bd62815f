using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/history NAME</c>: the last alerts of a crossing, newest first.</summary>
public sealed class HistoryCommand(BotWorld world, AlertStore alerts) : IBotCommand
{
    public string Name => "history";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (argument.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.history.ask"));
        var meant = Meant.By(argument, world);
        return meant.Crossing is { } id
            ? await Of(chat, world.Crossings[id], cancellation)
            : meant.Ask(chat, argument, Verbs.History);
    }

    private async Task<BotReply> Of(BotChat chat, Crossing crossing, CancellationToken cancellation)
    {
        var past = await alerts.List(crossing: crossing.Id, limit: 10, cancellation: cancellation);
        var clock = ZoneClock.For(chat.Person.TimeZone, chat.Catalog);
        var name = ("name", Wording.Name(crossing, chat.Catalog));
        return past.Count == 0
            ? BotReply.Of(chat, chat.Say("bot.history.none", name))
            : BotReply.Of(
                chat,
                string.Join(
                    '\n',
                    past.Select(alert =>
                            $"{clock.Day(alert.At)}: {Wording.Subject(alert, crossing, chat.Catalog, chat.Person.TimeZone)}"
                        )
                        .Prepend(chat.Say("bot.history", name))
                )
            );
    }
}

using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/status [NAME]</c>: one crossing with its evidence and the ways round, or everything watched in a line each.</summary>
public sealed class StatusCommand(BotWorld world, StatusStore statuses, StatusTeller teller) : IBotCommand
{
    /// <summary>So many crossings are told one by one even where nothing is known of them.</summary>
    private const int Few = 10;

    private const int Most = 30;

    public string Name => "status";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var book = await statuses.Book(cancellation);
        if (argument.Length == 0)
            return Watched(chat, book);
        var meant = Meant.By(argument, world);
        if (meant.Crossing is { } id)
            return One(chat, world.Crossings[id], book);
        if (meant.Selector is not { } group)
            return meant.Ask(chat, argument, Verbs.Status);
        var nobody = new Subscriber { Id = "", To = [] };
        return Many(
            chat,
            Selectors.Crossings(Selectors.With(nobody, group), world),
            book,
            Selectors.Name(group, chat.Catalog, world)
        );
    }

    /// <summary>The crossings nearest to a place, with their states.</summary>
    public async Task<BotReply> Near(BotChat chat, double latitude, double longitude, CancellationToken cancellation)
    {
        var book = await statuses.Book(cancellation);
        var nearest = world
            .Crossings.Values.Select(crossing => (crossing, away: Distance.Kilometres(latitude, longitude, crossing)))
            .Where(near => near.away is not null)
            .OrderBy(near => near.away)
            .Take(5)
            .Select(near => near.crossing)
            .ToArray();
        return Lines(chat, nearest, book, chat.Say("bot.near"));
    }

    private BotReply One(BotChat chat, Crossing crossing, CrossingBook book) =>
        new(teller.Of(crossing, book, chat.Catalog, chat.Person.TimeZone))
        {
            Buttons =
            [
                [
                    chat.Person.Crossings.Contains(crossing.Id)
                        ? new($"✖ {chat.Say("command.unwatch")}", Verbs.Unwatch, $"x:{crossing.Id}")
                        : new(chat.Say("button.watch"), Verbs.Watch, crossing.Id),
                    new(chat.Say("button.history"), Verbs.History, crossing.Id),
                ],
            ],
        };

    private BotReply Watched(BotChat chat, CrossingBook book)
    {
        var watched = Selectors.Crossings(chat.Person, world).ToArray();
        return watched.Length == 0
            ? BotReply.Of(chat, chat.Say("bot.list.empty"))
            : Many(chat, watched, book, chat.Say("bot.status.watched"));
    }

    /// <summary>A line each, the worst first. Of a whole country people want to hear what is known, not a hundred unknowns.</summary>
    private static BotReply Many(BotChat chat, IEnumerable<Crossing> crossings, CrossingBook book, string title)
    {
        Crossing[] all = [.. StatusTeller.WorstFirst(crossings, book)];
        var known = all.Length > Few ? [.. all.Where(c => book[c.Id]?.Since is not null)] : all;
        return known.Length == 0
            ? BotReply.Of(chat, $"{title}\n{chat.Say("status.nothing")}")
            : Lines(chat, [.. known.Take(Most)], book, title);
    }

    private static BotReply Lines(BotChat chat, Crossing[] crossings, CrossingBook book, string title)
    {
        var clock = ZoneClock.For(chat.Person.TimeZone, chat.Catalog);
        return new BotReply(
            new ComposedMessage(
                chat.Catalog.Language,
                chat.Catalog.RightToLeft,
                [
                    new MessageLine(new MessageSpan(title, SpanStyle.Bold)),
                    .. crossings.Select(crossing =>
                        StatusWording.Line(book[crossing.Id], crossing, chat.Catalog, clock)
                    ),
                ]
            )
        )
        {
            Buttons =
            [
                .. crossings
                    .Take(8)
                    .Select(c => new BotButton(Wording.Name(c, chat.Catalog), Verbs.Status, c.Id))
                    .Chunk(2),
            ],
        };
    }
}

using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/status [NAME]</c>: one crossing with its evidence and the ways round, or everything watched in a line each.</summary>
public sealed class StatusCommand(BotWorld world, StatusStore statuses, TimeProvider time) : IBotCommand
{
    public string Name => "status";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var book = await statuses.Book(cancellation);
        if (argument.Length == 0)
            return Watched(chat, book);
        if (world.Crossings.TryGetValue(argument, out var exact))
            return One(chat, exact, book);
        return world.Search.Find(argument) switch
        {
            [] => BotReply.Of(chat, chat.Say("bot.notfound", ("name", argument))),
            [var one] => One(chat, one, book),
            var several => WatchCommand.Ask(chat, several, Verbs.Status),
        };
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
        new(
            StatusWording.Compose(
                book[crossing.Id],
                crossing,
                chat.Catalog,
                chat.Person.TimeZone,
                time.GetUtcNow(),
                Alternatives(crossing, book),
                world.Messages.Link($"crossings/{crossing.Id}")
            )
        )
        {
            Buttons =
            [
                [
                    new(chat.Say("button.watch"), Verbs.Watch, crossing.Id),
                    new(chat.Say("button.history"), Verbs.History, crossing.Id),
                ],
            ],
        };

    private BotReply Watched(BotChat chat, CrossingBook book)
    {
        var watched = world
            .Crossings.Values.Where(c =>
                AlertRouting.Follows(chat.Person, c.Id, c.Countries, world.Configuration.Corridors)
            )
            .OrderByDescending(c => book[c.Id]?.Headline ?? Status.Unknown)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToArray();
        // Who watches a whole country wants to hear of what is known, not of a hundred unknowns.
        var known = watched.Length > 10 ? [.. watched.Where(c => book[c.Id]?.Since is not null)] : watched;
        return watched.Length == 0
            ? BotReply.Of(chat, chat.Say("bot.list.empty"))
            : Lines(chat, [.. known.Take(30)], book, chat.Say("bot.status.watched"));
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

    private IReadOnlyList<Alternative> Alternatives(Crossing crossing, CrossingBook book) =>
        [
            .. crossing
                .Alternatives.Select(id => world.Crossings.GetValueOrDefault(id))
                .OfType<Crossing>()
                .Take(3)
                .Select(other => new Alternative(
                    other.Id,
                    other.Name,
                    book[other.Id]?.Headline ?? Status.Unknown,
                    Distance.Kilometres(crossing.Latitude, crossing.Longitude, other)
                )),
        ];
}

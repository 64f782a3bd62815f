using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/watch NAME</c>: subscribes to a crossing as typed, a country, a corridor or everything; asks when several are meant.</summary>
public sealed class WatchCommand(BotWorld world, Subscriptions people, StatusStore statuses) : IBotCommand
{
    public string Name => "watch";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (argument.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.watch.ask"));
        var meant = Meant.By(argument, world);
        return meant.Selector is { } selector
            ? await Add(chat, selector, meant.Crossing, cancellation)
            : meant.Ask(chat, argument, Verbs.Watch);
    }

    private async Task<BotReply> Add(BotChat chat, string selector, string? id, CancellationToken cancellation)
    {
        var country = Selectors.Country(selector, world);
        var person = Selectors.With(Subscriptions.Clocked(chat.Person, country), selector);
        await people.Save(person, cancellation);
        var told = chat.Say("bot.watch.done", ("name", Selectors.Name(selector, chat.Catalog, world)));
        var how = chat.Say("bot.watch.how", ("what", ListCommand.What(chat with { Person = person })));
        if (person.TimeZone != chat.Person.TimeZone)
            how = $"{chat.Say("bot.timezone.done", ("zone", person.TimeZone))} /timezone\n{how}";
        if (id is null || !world.Crossings.TryGetValue(id, out var crossing))
            return BotReply.Of(chat, $"{told}\n{how}");
        var book = await statuses.Book(cancellation);
        var now = StatusWording.Line(book[id], crossing, chat.Catalog, ZoneClock.For(person.TimeZone, chat.Catalog));
        return new BotReply(
            new ComposedMessage(
                chat.Catalog.Language,
                chat.Catalog.RightToLeft,
                [
                    new MessageLine(new MessageSpan(told)),
                    now,
                    new MessageLine(),
                    .. how.Split('\n').Select(line => new MessageLine(new MessageSpan(line))),
                ]
            )
        )
        {
            Buttons =
            [
                [
                    new(chat.Say("button.status"), Verbs.Status, id),
                    new($"✖ {chat.Say("command.unwatch")}", Verbs.Unwatch, selector),
                ],
            ],
        };
    }
}

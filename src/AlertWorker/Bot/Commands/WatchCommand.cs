using AlertWorker.Alerts;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary><c>/watch NAME</c>: subscribes to a crossing as typed, a country, a corridor or everything; asks when several are meant.</summary>
public sealed class WatchCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    private static readonly string[] Everything = ["*", "all", "everything"];

    public string Name => "watch";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (argument.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.watch.ask"));
        if (world.Crossings.TryGetValue(argument, out var exact))
            return await Add(chat, $"x:{exact.Id}", cancellation);
        if (Everything.Contains(argument, StringComparer.OrdinalIgnoreCase) || argument == chat.Say("bot.everything"))
            return await Add(chat, "x:*", cancellation);
        if (Selectors.Country(argument, world) is { } country)
            return await Add(chat, $"c:{country}", cancellation);
        if (Selectors.Corridor(argument, world) is { } corridor)
            return await Add(chat, $"k:{corridor.Id}", cancellation);
        return world.Search.Find(argument) switch
        {
            [] => BotReply.Of(chat, chat.Say("bot.notfound", ("name", argument))),
            [var one] => await Add(chat, $"x:{one.Id}", cancellation),
            var several => Ask(chat, several, Verbs.Watch),
        };
    }

    /// <summary>Asks which one is meant: a button a candidate.</summary>
    internal static BotReply Ask(BotChat chat, IReadOnlyList<Crossing> several, char verb) =>
        BotReply.Of(chat, chat.Say("bot.choose")) with
        {
            Buttons =
            [
                .. several.Select(crossing =>
                    (IReadOnlyList<BotButton>)
                        [
                            new(
                                $"{Wording.Name(crossing, chat.Catalog)} ({string.Join('–', crossing.Countries)})",
                                verb,
                                crossing.Id
                            ),
                        ]
                ),
            ],
        };

    private async Task<BotReply> Add(BotChat chat, string selector, CancellationToken cancellation)
    {
        var (kind, value) = (selector[0], selector[2..]);
        var person = Selectors.Without(chat.Person, selector);
        await people.Save(
            kind switch
            {
                'c' => person with { Countries = [.. person.Countries, value] },
                'k' => person with { Corridors = [.. person.Corridors, value] },
                _ => person with { Crossings = [.. person.Crossings, value] },
            },
            cancellation
        );
        return BotReply.Of(chat, chat.Say("bot.watch.done", ("name", Selectors.Name(selector, chat, world)))) with
        {
            Buttons =
                kind == 'x' && value != "*"
                    ?
                    [
                        [new(chat.Say("button.status"), Verbs.Status, value)],
                    ]
                    : [],
        };
    }
}

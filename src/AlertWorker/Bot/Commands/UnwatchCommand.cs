namespace AlertWorker.Bot;

/// <summary><c>/unwatch NAME</c>: takes out what is watched; without a name it shows a button for each.</summary>
public sealed class UnwatchCommand(BotWorld world, Subscriptions people) : IBotCommand
{
    public string Name => "unwatch";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var watched = Selectors.Of(chat.Person).ToArray();
        if (watched.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.list.empty"));
        var removed = Removed(chat, watched, argument);
        if (removed is null)
            return BotReply.Of(
                chat,
                chat.Say(argument.Length == 0 ? "bot.choose" : "bot.unwatch.none", ("name", argument))
            ) with
            {
                Buttons = Buttons(chat, watched, world),
            };
        await people.Save(Selectors.Without(chat.Person, removed), cancellation);
        return BotReply.Of(chat, chat.Say("bot.unwatch.done", ("name", Selectors.Name(removed, chat.Catalog, world))));
    }

    /// <summary>A button to remove each.</summary>
    internal static IReadOnlyList<IReadOnlyList<BotButton>> Buttons(
        BotChat chat,
        IEnumerable<string> watched,
        BotWorld world
    ) =>
        [
            .. watched
                .Take(30)
                .Select(selector =>
                    (IReadOnlyList<BotButton>)
                        [new($"✖ {Selectors.Name(selector, chat.Catalog, world)}", Verbs.Unwatch, selector)]
                ),
        ];

    private string? Removed(BotChat chat, string[] watched, string argument)
    {
        if (argument.Length == 0)
            return null;
        if (watched.Contains(argument, StringComparer.Ordinal))
            return argument;
        if (watched.FirstOrDefault(s => Selectors.Name(s, chat.Catalog, world) == argument) is { } named)
            return named;
        var meant = Meant.By(argument, world);
        var found = meant
            .Candidates.Select(crossing => $"x:{crossing.Id}")
            .Append(meant.Selector)
            .Intersect(watched, StringComparer.Ordinal)
            .ToArray();
        return found is [var only] ? only : null;
    }
}

using AlertWorker.Alerts;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>What somebody means by what was typed after a command.</summary>
/// <param name="Selector">One thing, without doubt; null for none.</param>
/// <param name="Candidates">Crossings to choose from when it is in doubt.</param>
public sealed record Meant(string? Selector, IReadOnlyList<Crossing> Candidates)
{
    /// <summary>A choice from more would be no help on a phone.</summary>
    private const int MostCandidates = 10;

    /// <summary>The crossing meant without doubt; null for none.</summary>
    public string? Crossing => Selector is ['x', ':', .. var id] && id != "*" ? id : null;

    /// <summary>
    /// Reads a text: the id of a crossing, a group by its whole name, crossings by names alike, the crossings of a border, a country misspelt,
    /// and last a crossing that a whole sentence names.
    /// </summary>
    public static Meant By(string text, BotWorld world)
    {
        if (world.Crossings.ContainsKey(text))
            return One($"x:{text}");
        if (Selectors.Group(text, world) is { } group)
            return One(group);
        var found = world.Search.Find(text, MostCandidates);
        if (found.Count == 0 && world.Countries.Border(text) is var (one, other))
            found =
            [
                .. world
                    .Crossings.Values.Where(crossing =>
                        crossing.Countries.Contains(one) && crossing.Countries.Contains(other)
                    )
                    .OrderBy(crossing => crossing.Name, StringComparer.Ordinal)
                    .Take(MostCandidates),
            ];
        if (found.Count == 0 && world.Countries.FindAlike(text) is { } country)
            return One($"c:{country}");
        if (found.Count == 0 && world.Search.NamedIn(text) is { } named)
            return One($"x:{named.Id}");
        return found is [var only] ? One($"x:{only.Id}") : new Meant(null, found);
    }

    /// <summary>What to answer where it is in doubt, or nothing was found.</summary>
    /// <param name="verb">What the buttons of the candidates do.</param>
    public BotReply Ask(BotChat chat, string text, char verb) =>
        Candidates.Count == 0
            ? BotReply.Of(chat, chat.Say("bot.notfound", ("name", text)))
            : BotReply.Of(chat, chat.Say("bot.choose")) with
            {
                Buttons =
                [
                    .. Candidates.Select(crossing =>
                        (IReadOnlyList<BotButton>)[new(Label(crossing, chat.Catalog), verb, crossing.Id)]
                    ),
                ],
            };

    private static string Label(Crossing crossing, MessageCatalog catalog) =>
        $"{Wording.Name(crossing, catalog)} ({string.Join('–', crossing.Countries.Select(catalog.Country))})";

    private static Meant One(string selector) => new(selector, []);
}

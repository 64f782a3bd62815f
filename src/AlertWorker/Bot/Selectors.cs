using AlertWorker.Alerts;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>What can be watched: a crossing (<c>x:torkham</c>), a country (<c>c:PK</c>), a corridor (<c>k:…</c>) or everything (<c>x:*</c>).</summary>
public static class Selectors
{
    public const string Everything = "x:*";

    private static readonly string[] WordsForEverything = ["*", "all", "everything"];

    /// <summary>Everything the person watches, as arguments of the unwatch button.</summary>
    public static IEnumerable<string> Of(Subscriber person) =>
        person
            .Crossings.Select(id => $"x:{id}")
            .Concat(person.Countries.Select(code => $"c:{code}"))
            .Concat(person.Corridors.Select(id => $"k:{id}"));

    /// <summary>The person with that selector, once.</summary>
    public static Subscriber With(Subscriber person, string selector)
    {
        var (others, value) = (Without(person, selector), selector[2..]);
        return selector[0] switch
        {
            'c' => others with { Countries = [.. others.Countries, value] },
            'k' => others with { Corridors = [.. others.Corridors, value] },
            _ => others with { Crossings = [.. others.Crossings, value] },
        };
    }

    /// <summary>The person without that selector.</summary>
    public static Subscriber Without(Subscriber person, string selector) =>
        person with
        {
            Crossings = [.. person.Crossings.Where(id => $"x:{id}" != selector)],
            Countries = [.. person.Countries.Where(code => $"c:{code}" != selector)],
            Corridors = [.. person.Corridors.Where(id => $"k:{id}" != selector)],
        };

    /// <summary>How a selector is named to people.</summary>
    public static string Name(string selector, MessageCatalog catalog, BotWorld world)
    {
        var value = selector[2..];
        return selector[0] switch
        {
            'x' when value == "*" => catalog.Plain("bot.everything"),
            'x' => world.Crossings.TryGetValue(value, out var crossing) ? Wording.Name(crossing, catalog) : value,
            'c' => catalog.Country(value),
            _ => world.Configuration.Corridors.FirstOrDefault(corridor => corridor.Id == value)?.Name ?? value,
        };
    }

    /// <summary>The country a selector is of, a crossing's being its first side; null for what lies in many.</summary>
    public static string? Country(string selector, BotWorld world) =>
        selector[0] switch
        {
            'c' => selector[2..],
            'x' => world.Crossings.GetValueOrDefault(selector[2..])?.Countries[0],
            _ => null,
        };

    /// <summary>What a text selects that is more than one crossing: everything, a country or a corridor, by the names they have in any language; null for none.</summary>
    public static string? Group(string text, BotWorld world)
    {
        if (
            WordsForEverything.Contains(text, StringComparer.OrdinalIgnoreCase)
            || world.Catalogs.All.Any(catalog =>
                string.Equals(catalog.Plain("bot.everything"), text, StringComparison.OrdinalIgnoreCase)
            )
        )
            return Everything;
        if (world.Countries.Find(text) is { } country)
            return $"c:{country}";
        var folded = NameFolding.Fold(text);
        return
            world.Configuration.Corridors.FirstOrDefault(corridor =>
                corridor.Id == text || NameFolding.Fold(corridor.Name) == folded
            )
                is { } corridor
            ? $"k:{corridor.Id}"
            : null;
    }

    /// <summary>The crossings the person's selectors select.</summary>
    public static IEnumerable<Crossing> Crossings(Subscriber person, BotWorld world) =>
        world.Crossings.Values.Where(crossing =>
            AlertRouting.Follows(person, crossing.Id, crossing.Countries, world.Configuration.Corridors)
        );
}

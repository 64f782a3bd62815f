using System.Globalization;
using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary>What can be watched: a crossing, a country, a corridor or everything; and how each is named and taken out again.</summary>
public static class Selectors
{
    /// <summary>Everything the person watches, as arguments of the unwatch button.</summary>
    public static IEnumerable<string> Of(Subscriber person) =>
        person
            .Crossings.Select(id => $"x:{id}")
            .Concat(person.Countries.Select(code => $"c:{code}"))
            .Concat(person.Corridors.Select(id => $"k:{id}"));

    /// <summary>The person without that selector.</summary>
    public static Subscriber Without(Subscriber person, string selector) =>
        person with
        {
            Crossings = [.. person.Crossings.Where(id => $"x:{id}" != selector)],
            Countries = [.. person.Countries.Where(code => $"c:{code}" != selector)],
            Corridors = [.. person.Corridors.Where(id => $"k:{id}" != selector)],
        };

    /// <summary>How a selector is named to people.</summary>
    public static string Name(string selector, BotChat chat, BotWorld world)
    {
        var value = selector[2..];
        return selector[0] switch
        {
            'x' when value == "*" => chat.Say("bot.everything"),
            'x' => world.Crossings.TryGetValue(value, out var crossing) ? Wording.Name(crossing, chat.Catalog) : value,
            'c' => CountryName(value),
            _ => world.Configuration.Corridors.FirstOrDefault(corridor => corridor.Id == value)?.Name ?? value,
        };
    }

    /// <summary>The country a text names, by code, English name or own name; null for none.</summary>
    public static string? Country(string text, BotWorld world)
    {
        var folded = NameFolding.Fold(text);
        return world
            .Crossings.Values.SelectMany(crossing => crossing.Countries)
            .Distinct(StringComparer.Ordinal)
            .FirstOrDefault(code =>
                string.Equals(code, text.Trim(), StringComparison.OrdinalIgnoreCase)
                || NameFolding.Fold(CountryName(code)) == folded
            );
    }

    /// <summary>The corridor a text names, by id or name; null for none.</summary>
    public static Corridor? Corridor(string text, BotWorld world) =>
        world.Configuration.Corridors.FirstOrDefault(corridor =>
            corridor.Id == text || NameFolding.Fold(corridor.Name) == NameFolding.Fold(text)
        );

    public static string CountryName(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code; // not a code this system's culture data knows
        }
    }
}

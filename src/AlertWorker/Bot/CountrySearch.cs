using AlertWorker.Alerts;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace AlertWorker.Bot;

/// <summary>Finds countries by names as people type them, in every language messages are worded in.</summary>
public sealed class CountrySearch
{
    /// <summary>Below this likeness (0–100) a name is another name: countries are few, and "Niger" is not "Nigeria".</summary>
    private const int Alike = 88;

    private readonly Dictionary<string, string> _codes;

    /// <param name="countries">ISO codes of the countries there are.</param>
    public CountrySearch(IEnumerable<string> countries, MessageCatalogs catalogs) =>
        _codes = countries
            .Distinct(StringComparer.Ordinal)
            .SelectMany(code =>
                catalogs.All.Select(catalog => catalog.Country(code)).Append(code).Select(name => (name, code))
            )
            .GroupBy(name => NameFolding.Fold(name.name), name => name.code, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => names.First(), StringComparer.Ordinal);

    /// <summary>The country whose name or code this is; null for none.</summary>
    public string? Find(string typed) => _codes.GetValueOrDefault(NameFolding.Fold(typed));

    /// <summary>The country whose name this nearly is; null for none.</summary>
    public string? FindAlike(string typed)
    {
        var query = NameFolding.Fold(typed);
        if (query.Length is < 5 or > 60)
            return null;
        var best = _codes
            .Where(name => Math.Abs(name.Key.Length - query.Length) <= 2)
            .Select(name => (name.Value, Score: Fuzz.Ratio(query, name.Key, PreprocessMode.None)))
            .MaxBy(match => match.Score);
        return best.Score >= Alike ? best.Value : null;
    }

    /// <summary>The two countries of a border: "India Pakistan", "PK-AF"; null when it is not two.</summary>
    public (string One, string Other)? Border(string typed)
    {
        var words = NameFolding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 1; first < words.Length; first++)
        for (var second = first; second < Math.Min(words.Length, first + 2); second++) // one word between: "and", "و"
            if (
                Find(string.Join(' ', words[..first])) is { } one
                && Find(string.Join(' ', words[second..])) is { } other
                && one != other
            )
                return (one, other);
        return null;
    }
}

using AlertWorker.Crossings;
using FuzzySharp;
using FuzzySharp.PreProcess;

namespace AlertWorker.Bot;

/// <summary>Finds crossings by names as people type them: misspelt, shortened, in any script.</summary>
public sealed class CrossingSearch
{
    /// <summary>Below this likeness (0–100) a name is another name.</summary>
    private const int Alike = 75;

    /// <summary>A match this much better than the next is meant.</summary>
    private const int Clear = 8;

    private readonly (string Name, Crossing Crossing)[] _names;

    public CrossingSearch(IEnumerable<Crossing> crossings) =>
        _names = [
            .. crossings.SelectMany(crossing =>
                Names(crossing)
                    .Select(NameFolding.Fold)
                    .Where(name => name.Length > 1)
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => (name, crossing))
            ),
        ];

    /// <summary>The crossings meant, likeliest first: one when it is clear, several when it has to be asked, none when nothing is alike.</summary>
    public IReadOnlyList<Crossing> Find(string typed, int most = 8)
    {
        var query = NameFolding.Fold(typed);
        if (query.Length is < 2 or > 100)
            return [];
        var found = _names
            .Select(name => (name.Crossing, Score: Score(query, name.Name)))
            .Where(match => match.Score >= Alike)
            .GroupBy(match => match.Crossing.Id, (_, same) => same.MaxBy(match => match.Score))
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Crossing.Name, StringComparer.Ordinal)
            .ToArray();
        if (found.Length == 0)
            return [];
        var near = found.TakeWhile(match => match.Score > found[0].Score - Clear).Take(most);
        return [.. near.Select(match => match.Crossing)];
    }

    /// <summary>The crossing a sentence names, by its longest name; null for none.</summary>
    public Crossing? NamedIn(string sentence)
    {
        var folded = $" {NameFolding.Fold(sentence)} ";
        return _names
            .Where(name => name.Name.Length >= 4 && folded.Contains($" {name.Name} ", StringComparison.Ordinal))
            .OrderByDescending(name => name.Name.Length)
            .Select(name => name.Crossing)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Names(Crossing crossing) =>
        crossing
            .Aliases.Values.SelectMany(names => names)
            .Append(crossing.Name)
            .Append(crossing.Id)
            .Concat(crossing.Name.Split('-', '–', '(', ')', '/'))
            .Concat(crossing.Sides.Select(side => side.Post ?? ""));

    private static int Score(string query, string name)
    {
        if (query == name)
            return 110;
        if (query.Length >= 3 && $" {name} ".Contains($" {query} ", StringComparison.Ordinal))
            return 97;
        if (query.Length >= 3 && name.StartsWith(query, StringComparison.Ordinal))
            return 92;
        return Math.Abs(query.Length - name.Length) > 4 ? 0 : Fuzz.Ratio(query, name, PreprocessMode.None);
    }
}

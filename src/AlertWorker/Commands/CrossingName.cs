using AlertWorker.Configuration;
using AlertWorker.Crossings;
using FuzzySharp;

namespace AlertWorker.Commands;

/// <summary>Finds the crossing somebody named on the command line.</summary>
internal static class CrossingName
{
    private const int GoodEnough = 70; // of 100: a slip of the finger or two, not another word

    /// <exception cref="UsageException">No crossing has that id or name, or several do; the message names those that come near.</exception>
    public static Crossing Find(string name, WorkerConfiguration configuration)
    {
        if (configuration.Crossings.TryGetValue(name, out var crossing))
            return crossing;
        var named = configuration
            .Crossings.Values.Where(c => Names(c).Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToList();
        if (named.Count == 1)
            return named[0];
        var near = named.Count > 1 ? named : Near(name, configuration.Crossings.Values);
        var hint =
            near.Count == 0 ? "" : $"; did you mean {string.Join(", ", near.Select(c => $"{c.Id} ({c.Name})"))}?";
        throw new UsageException(
            $"{(named.Count > 1 ? "several crossings are" : "no crossing is")} called '{name}'{hint}"
        );
    }

    private static List<Crossing> Near(string name, IEnumerable<Crossing> crossings) =>
        [
            .. crossings
                .Select(c =>
                    (
                        Crossing: c,
                        Score: Names(c).Max(known => Fuzz.Ratio(known.ToUpperInvariant(), name.ToUpperInvariant()))
                    )
                )
                .Where(guess => guess.Score >= GoodEnough)
                .OrderByDescending(guess => guess.Score)
                .Take(5)
                .Select(guess => guess.Crossing),
        ];

    private static IEnumerable<string> Names(Crossing crossing) =>
        crossing.Aliases.Values.SelectMany(names => names).Append(crossing.Name).Append(crossing.Id);
}

using AlertWorker.Crossings;

namespace AlertWorker.Benchmarks;

/// <summary>The names of the shipped crossings, and made-up ones after them: as many as are asked for.</summary>
internal sealed class GeneratedAliases(IEnumerable<Crossing> crossings)
{
    private static readonly string[][] Syllables =
    [
        "ba be chi da do gar gha han jal kar khan la lo ma mor na nek pa pin qa ra sha sta tal tor wa zar zi".Split(
            ' '
        ),
        "ба бе ви гор да до за зе кар ко ла лу ма мир на но пол ра рос сар та тор ха чер ша".Split(' '),
        "با تو جا خا دا رو زا سر شا طو غا فر قا کل گا لا ما نو وا هی".Split(' '),
        "बा चा दे गा हा जा का ला मा ना पा रा सा ता वी".Split(' '),
    ];
    private static readonly string[] Kinds = ["", "", "", " bridge", " pass", " gate", " north", " 2"];

    private readonly string[] names =
    [
        .. crossings
            .SelectMany(crossing => crossing.Aliases.Values.SelectMany(list => list))
            .Where(name => name.Length > 2)
            .Distinct(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> Take(int count)
    {
        var random = new Random(20210714);
        var taken = names.Take(count).ToHashSet(StringComparer.Ordinal);
        while (taken.Count < count)
        {
            var syllables = Syllables[
                random.Next(10) switch
                {
                    < 6 => 0,
                    < 8 => 1,
                    8 => 2,
                    _ => 3,
                }
            ];
            var parts = Enumerable.Range(0, random.Next(3, 5)).Select(_ => syllables[random.Next(syllables.Length)]);
            var name = string.Concat(parts);
            taken.Add(
                char.ToUpperInvariant(name[0])
                    + name[1..]
                    + (syllables == Syllables[0] ? Kinds[random.Next(Kinds.Length)] : "")
            );
        }
        return [.. taken];
    }
}

namespace AlertWorker.Claims;

/// <summary>
/// Names without the word for what they name: "Simón Bolívar" of "Puente Simón Bolívar", as lists write them ("the bridges X and
/// Y"). Which words those are is seen from the names themselves: they begin or end many of them.
/// </summary>
internal static class BareNames
{
    private const int ManyNames = 12;
    private const int FewestWords = 2;

    /// <summary>The bare forms of folded names, by name; only of two words or more, for one word says too little.</summary>
    /// <param name="names">All names, folded.</param>
    public static ILookup<string, string> Of(IReadOnlyCollection<string> names)
    {
        var words = names.Select(name => (Name: name, Words: name.Split(' '))).ToList();
        var first = Frequent(words.Select(name => name.Words[0]));
        var last = Frequent(words.Select(name => name.Words[^1]));
        return words
            .SelectMany(name =>
                new[]
                {
                    first.Contains(name.Words[0]) ? name.Words[1..] : [],
                    last.Contains(name.Words[^1]) ? name.Words[..^1] : [],
                }
                    .Where(bare => bare.Length >= FewestWords)
                    .Select(bare => (name.Name, Bare: string.Join(' ', bare)))
            )
            .ToLookup(pair => pair.Name, pair => pair.Bare, StringComparer.Ordinal);
    }

    private static HashSet<string> Frequent(IEnumerable<string> words) =>
        words
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() >= ManyNames)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
}

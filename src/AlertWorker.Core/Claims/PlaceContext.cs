namespace AlertWorker.Claims;

/// <summary>
/// Words that speak for an ambiguous name meaning a certain crossing: its posts, neighbour towns and provinces
/// ("Balochistan" for Chaman's Friendship Gate, "Lang Son" for the other one).
/// </summary>
internal sealed class PlaceContext
{
    private const int ShortestWord = 4;

    private readonly Dictionary<string, HashSet<string>> words;

    private PlaceContext(Dictionary<string, HashSet<string>> wordsById) => words = wordsById;

    public static PlaceContext Of(IReadOnlyList<Place> places)
    {
        var wordsById = places.ToDictionary(place => place.Id, WordsOf, StringComparer.Ordinal);
        // A word that speaks for many places speaks for none: "border", "province", "north".
        var common = wordsById
            .Values.SelectMany(set => set)
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() > 25)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var set in wordsById.Values)
            set.ExceptWith(common);
        return new PlaceContext(wordsById);
    }

    /// <summary>How many different context words of the place stand in the text, the mention's own words left out.</summary>
    public int Support(Place place, IReadOnlySet<string> textWords, ReadOnlySpan<char> mention)
    {
        var support = 0;
        foreach (var word in words[place.Id])
            if (textWords.Contains(word) && !mention.Contains(word, StringComparison.Ordinal))
                support++;
        return support;
    }

    private static HashSet<string> WordsOf(Place place) =>
        Tokenizer
            .Read(
                TextFold.Fold(
                    string.Join(
                        ' ',
                        place
                            .Sides.SelectMany(side => new[] { side.Post, side.Admin })
                            .Append(place.Name)
                            .Concat(place.Aliases.Values.SelectMany(names => names))
                    )
                )
            )
            .Where(token => token.Kind == TokenKind.Word && token.Text.Length >= ShortestWord)
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);
}

namespace AlertWorker.Claims;

/// <summary>A word for a border, a country or cargo traffic, as it stands in texts.</summary>
/// <param name="Text">Folded: with spaces between words, without where the script has none; <c>clos*</c> for any ending.</param>
/// <param name="Kind">What it is a word for.</param>
/// <param name="Languages">The languages that have it.</param>
internal sealed record SievePhrase(string Text, SieveKind Kind, IReadOnlySet<string> Languages)
{
    /// <summary>Whether a language has the phrase.</summary>
    public bool IsOf(Lexicon lexicon) => Languages.Contains(lexicon.Language);

    /// <summary>The phrases of all languages, each once.</summary>
    public static IReadOnlyList<SievePhrase> Of(IEnumerable<Lexicon> lexicons) =>
        [
            .. lexicons
                .SelectMany(lexicon =>
                    Cues(lexicon)
                        .SelectMany(cues => Texts(cues.Cues).Select(text => (text, cues.Kind, lexicon.Language)))
                )
                .GroupBy(found => (found.text, found.Kind), found => found.Language)
                .Select(group => new SievePhrase(
                    group.Key.text,
                    group.Key.Kind,
                    group.ToHashSet(StringComparer.Ordinal)
                )),
        ];

    private static IEnumerable<(SieveKind Kind, IEnumerable<string> Cues)> Cues(Lexicon lexicon)
    {
        yield return (SieveKind.Border, OfClasses(lexicon, CueClass.Border, CueClass.AllBorders));
        yield return (SieveKind.Traffic, OfClasses(lexicon, CueClass.Trucks, CueClass.Trade));
        yield return (SieveKind.Country, lexicon.Countries.Values.SelectMany(names => names));
    }

    private static IEnumerable<string> OfClasses(Lexicon lexicon, params CueClass[] classes) =>
        classes.SelectMany(cueClass => lexicon.Cues.GetValueOrDefault(cueClass, []));

    private static IEnumerable<string> Texts(IEnumerable<string> cues) =>
        cues.SelectMany(CuePattern.Expand)
            .Where(words => !words.Contains(CuePattern.Gap) && !words.Any(CuePattern.IsList))
            .Select(words => words.Aggregate((left, right) => $"{left}{Space(left, right)}{right}"));

    private static string Space(string left, string right) =>
        Scripts.HasNoSpaces(left[^1]) && Scripts.HasNoSpaces(right[0]) ? "" : " ";
}

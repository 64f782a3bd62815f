namespace AlertWorker.Claims;

/// <summary>A word for a border or a country, as it stands in texts.</summary>
/// <param name="Text">Folded: with spaces between words, without where the script has none; <c>clos*</c> for any ending.</param>
/// <param name="IsBorder">A border noun; else a country.</param>
/// <param name="Languages">The languages that have it.</param>
internal sealed record SievePhrase(string Text, bool IsBorder, IReadOnlySet<string> Languages)
{
    /// <summary>Whether a language has the phrase.</summary>
    public bool IsOf(Lexicon lexicon) => Languages.Contains(lexicon.Language);

    /// <summary>The phrases of all languages, each once.</summary>
    public static IReadOnlyList<SievePhrase> Of(IEnumerable<Lexicon> lexicons) =>
        [
            .. lexicons
                .SelectMany(lexicon =>
                    Texts(Borders(lexicon))
                        .Select(text => (Text: text, IsBorder: true))
                        .Concat(
                            Texts(lexicon.Countries.Values.SelectMany(names => names))
                                .Select(text => (Text: text, IsBorder: false))
                        )
                        .Select(phrase => (Phrase: phrase, lexicon.Language))
                )
                .GroupBy(found => found.Phrase, found => found.Language)
                .Select(group => new SievePhrase(
                    group.Key.Text,
                    group.Key.IsBorder,
                    group.ToHashSet(StringComparer.Ordinal)
                )),
        ];

    private static IEnumerable<string> Borders(Lexicon lexicon) =>
        new[] { CueClass.Border, CueClass.AllBorders }.SelectMany(cueClass =>
            lexicon.Cues.GetValueOrDefault(cueClass, [])
        );

    private static IEnumerable<string> Texts(IEnumerable<string> cues) =>
        cues.SelectMany(CuePattern.Expand)
            .Where(words => !words.Contains(CuePattern.Gap) && !words.Any(CuePattern.IsList))
            .Select(words => words.Aggregate((left, right) => $"{left}{Space(left, right)}{right}"));

    private static string Space(string left, string right) =>
        Scripts.HasNoSpaces(left[^1]) && Scripts.HasNoSpaces(right[0]) ? "" : " ";
}

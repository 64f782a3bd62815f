namespace AlertWorker.Claims;

/// <summary>
/// Lets through the texts that may say something of a crossing: those that name one, in a form that a language of the text has,
/// and those that speak of a border. Most news does neither and is never taken apart.
/// </summary>
internal sealed class Sieve
{
    private readonly AliasIndex index;
    private readonly int names;
    private readonly HashSet<(int Script, string Part)> endings;
    private readonly HashSet<(int Script, string Part)> prefixes;

    /// <param name="names">Folded names of crossings.</param>
    /// <param name="lexicons">Whose border words count, and whose endings and prefixes names may have.</param>
    public Sieve(IReadOnlyList<string> names, IReadOnlyList<Lexicon> lexicons)
    {
        this.names = names.Count;
        index = new AliasIndex(names, lexicons.SelectMany(BorderPhrases).Distinct(StringComparer.Ordinal));
        endings = ByScript(lexicons, lexicon => lexicon.NameEndings);
        prefixes = ByScript(lexicons, lexicon => lexicon.NamePrefixes);
    }

    /// <summary>Whether a crossing may be named or a border spoken of.</summary>
    public bool Concerns(FoldedText text, TextLanguages languages) => Passes(text, languages, alias => true);

    /// <summary>Whether a crossing may be named.</summary>
    public bool Names(FoldedText text, TextLanguages languages) => Passes(text, languages, alias => alias < names);

    private bool Passes(FoldedText text, TextLanguages languages, Predicate<int> counts)
    {
        var hits = index.Find(text.Span, (at, ending) => endings.Contains((ScriptAt(text, at), ending)));
        hits.RemoveAll(hit => !counts(hit.Alias));
        if (hits.Exists(hit => !hit.Inflected && Gazetteer.Prefix(text.Span, hit.Start).Length == 0))
            return true;
        hits.RemoveAll(hit => hit.Alias >= names || !PrefixFits(text, hit.Start));
        if (hits.Count == 0)
            return false;
        // Some language of the script would allow it; does the text's own?
        var fitting = index.Find(text.Span, (at, ending) => languages.At(at).NameEndings.Contains(ending));
        return fitting.Exists(hits.Contains);
    }

    private bool PrefixFits(FoldedText text, int start) =>
        Gazetteer.Prefix(text.Span, start) is var prefix
        && (prefix.Length == 0 || prefixes.Contains((ScriptAt(text, start), prefix.ToString())));

    private static int ScriptAt(FoldedText text, int at) => Scripts.NumberOf(text.Span[at]);

    private static HashSet<(int Script, string Part)> ByScript(
        IReadOnlyList<Lexicon> lexicons,
        Func<Lexicon, IReadOnlyList<string>> parts
    ) =>
        [
            .. lexicons.SelectMany(
                parts,
                (lexicon, part) => (Scripts.Names.IndexOf(lexicon.Detect.Script), TextFold.Text(part))
            ),
        ];

    /// <summary>The border words of a language as they stand in texts: with spaces between words, without where its script has none.</summary>
    private static IEnumerable<string> BorderPhrases(Lexicon lexicon) =>
        new[] { CueClass.Border, CueClass.AllBorders }
            .SelectMany(cueClass => lexicon.Cues.GetValueOrDefault(cueClass, []))
            .SelectMany(CuePattern.Expand)
            .Where(words => !words.Contains(CuePattern.Gap) && !words.Any(CuePattern.IsList))
            .Select(words => words.Aggregate((left, right) => $"{left}{Space(left, right)}{right}"));

    private static string Space(string left, string right) =>
        Scripts.HasNoSpaces(left[^1]) && Scripts.HasNoSpaces(right[0]) ? "" : " ";
}

namespace AlertWorker.Claims;

/// <summary>
/// Lets through the texts that may say something of a crossing: those that name one, in a form that a language of the text has,
/// those that speak, in their own language, of a border and a country, and those with a name that means other things too beside
/// either. Most news does none of this and is never taken apart.
/// </summary>
internal sealed class Sieve
{
    private readonly AliasIndex index;
    private readonly IReadOnlyList<(string Folded, bool NeedsContext)> names;
    private readonly IReadOnlyList<SievePhrase> phrases;
    private readonly NameAffixes[] affixes;

    /// <param name="names">Names of crossings.</param>
    /// <param name="lexicons">Whose words for borders and countries count, and whose endings and prefixes names may have.</param>
    public Sieve(IReadOnlyList<(string Folded, bool NeedsContext)> names, IReadOnlyList<Lexicon> lexicons)
    {
        this.names = names;
        phrases = SievePhrase.Of(lexicons);
        index = new AliasIndex(names.Select(name => name.Folded), phrases.Select(phrase => phrase.Text));
        affixes =
        [
            .. Scripts.Names.Select(script => new NameAffixes([
                .. lexicons.Where(lexicon => lexicon.Detect.Script == script),
            ])),
        ];
    }

    /// <summary>What a text gives reason to look for.</summary>
    /// <param name="countryKnown">The source speaks for a country, which need not be named then.</param>
    public Concern Concerns(FoldedText text, TextLanguages languages, bool countryKnown)
    {
        var (doubtful, border, country) = (false, false, false);
        var concerns = index.Any(
            text.Span,
            (at, ending) => EndingFits(text, languages, at, ending),
            hit =>
            {
                if (hit.Alias < names.Count)
                {
                    if (!PrefixFits(text, languages, hit.Start))
                        return false;
                    if (!names[hit.Alias].NeedsContext)
                        return true;
                    doubtful |= !char.IsLower(text.Original[text.OriginOf(hit.Start)]);
                }
                else if (!border || !country)
                {
                    var phrase = phrases[hit.Alias - names.Count];
                    if (phrase.IsOf(languages.At(hit.Start).Lexicon))
                        (border, country) = (border || phrase.IsBorder, country || !phrase.IsBorder);
                }

                return (doubtful && (border || country)) || (border && (country || countryKnown));
            }
        );
        return concerns ? Concern.Places
            : border ? Concern.Border
            : Concern.None;
    }

    // The languages of the script are asked first: what none of them has needs no language found.
    private bool EndingFits(FoldedText text, TextLanguages languages, int at, ReadOnlySpan<char> ending) =>
        Affixes(text, at).HasEnding(ending) && languages.At(at).Affixes.HasEnding(ending);

    private bool PrefixFits(FoldedText text, TextLanguages languages, int start) =>
        Gazetteer.Prefix(text.Span, start) is var prefix
        && (
            prefix.IsEmpty || (Affixes(text, start).HasPrefix(prefix) && languages.At(start).Affixes.HasPrefix(prefix))
        );

    private NameAffixes Affixes(FoldedText text, int at) => affixes[Scripts.NumberOf(text.Span[at])];
}

namespace AlertWorker.Claims;

/// <summary>
/// Lets through the texts that may say something of a crossing: those that name one, in a form that a language of the text has,
/// those that speak, in their own language, of a border and a country, and those with a name that means other things too beside
/// either or beside cargo. Most news does none of this and is never taken apart.
/// </summary>
internal sealed class Sieve
{
    private readonly IReadOnlyList<(string Folded, bool NeedsContext)> names;
    private readonly IReadOnlyList<SievePhrase> borders;
    private readonly IReadOnlyList<SievePhrase> company;
    private readonly AliasIndex namesAndBorders;
    private readonly AliasIndex companyIndex;
    private readonly NameAffixes[] affixes;

    /// <param name="names">Names of crossings.</param>
    /// <param name="lexicons">Whose words for borders and countries count, and whose endings and prefixes names may have.</param>
    public Sieve(IReadOnlyList<(string Folded, bool NeedsContext)> names, IReadOnlyList<Lexicon> lexicons)
    {
        this.names = names;
        var phrases = SievePhrase.Of(lexicons);
        borders = [.. phrases.Where(phrase => phrase.Kind == SieveKind.Border)];
        company = [.. phrases.Where(phrase => phrase.Kind != SieveKind.Border)];
        namesAndBorders = new AliasIndex(names.Select(name => name.Folded), borders.Select(phrase => phrase.Text));
        companyIndex = new AliasIndex([], company.Select(phrase => phrase.Text));
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
        var seen = NamesAndBorders(text, languages);
        if (seen == SieveKind.None)
            return Concern.None;
        if (countryKnown)
            seen |= SieveKind.Country;
        if (Suffices(seen) || Suffices(WithCompany(text, languages, seen)))
            return Concern.Places;
        return seen.HasFlag(SieveKind.Border) ? Concern.Border : Concern.None;
    }

    private static bool Suffices(SieveKind seen) =>
        seen.HasFlag(SieveKind.Name)
        || seen.HasFlag(SieveKind.Border | SieveKind.Country)
        || (seen.HasFlag(SieveKind.DoubtfulName) && seen != SieveKind.DoubtfulName);

    private SieveKind NamesAndBorders(FoldedText text, TextLanguages languages)
    {
        var seen = SieveKind.None;
        namesAndBorders.Any(
            text.Span,
            (at, ending) => Affixes(text, at).HasEnding(ending),
            hit =>
            {
                var kind = hit.Alias < names.Count ? NameKind(hit, text) : SieveKind.Border;
                if (
                    !seen.HasFlag(kind)
                    && (
                        kind == SieveKind.Border
                            ? HasPhrase(borders[hit.Alias - names.Count], text, hit, languages)
                            : HasName(text, hit, languages)
                    )
                )
                    seen |= kind;
                return Suffices(seen);
            }
        );
        return seen;
    }

    /// <summary>Of two words, a name is hardly a word of every day; where letters have cases, a name in doubt begins with a capital.</summary>
    private SieveKind NameKind(AliasHit hit, FoldedText text) =>
        !names[hit.Alias].NeedsContext || names[hit.Alias].Folded.Contains(' ') ? SieveKind.Name
        : char.IsLower(text.Original[text.OriginOf(hit.Start)]) ? SieveKind.None
        : SieveKind.DoubtfulName;

    private SieveKind WithCompany(FoldedText text, TextLanguages languages, SieveKind seen)
    {
        companyIndex.Any(
            text.Span,
            (_, _) => false,
            hit =>
            {
                var phrase = company[hit.Alias];
                if (!seen.HasFlag(phrase.Kind) && HasPhrase(phrase, text, hit, languages))
                    seen |= phrase.Kind;
                return Suffices(seen);
            }
        );
        return seen;
    }

    /// <summary>Cues are words of their own: "هند" (India) is not in "دهند" (they give).</summary>
    private static bool HasPhrase(SievePhrase phrase, FoldedText text, AliasHit hit, TextLanguages languages) =>
        Gazetteer.Prefix(text.Span, hit.Start).IsEmpty && phrase.IsOf(languages.At(hit.Start).Lexicon);

    /// <summary>
    /// Whether the text's own language gives a name the form it has there. That language is looked for only when some language of the
    /// script does, and the name does not stand as it is listed.
    /// </summary>
    private bool HasName(FoldedText text, AliasHit hit, TextLanguages languages)
    {
        var prefix = Gazetteer.Prefix(text.Span, hit.Start);
        if (!Affixes(text, hit.Start).HasPrefix(prefix))
            return false;
        return (prefix.IsEmpty && !hit.Inflected)
            || (
                languages.At(hit.Start).Affixes is var own
                && own.HasPrefix(prefix)
                && namesAndBorders.Stands(hit, text.Span, (_, ending) => own.HasEnding(ending))
            );
    }

    private NameAffixes Affixes(FoldedText text, int at) => affixes[Scripts.NumberOf(text.Span[at])];
}

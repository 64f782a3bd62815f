namespace AlertWorker.Claims;

/// <summary>Finds of which borders a clause speaks that names no crossing: those between the countries it names.</summary>
internal sealed class BorderFinder(Passage passage, Gazetteer gazetteer, string? sourceCountry)
{
    /// <summary>The border a crossing is of.</summary>
    public static string PairOf(Place place) => Id(place.Countries[0], place.Countries[1]);

    /// <summary>
    /// The borders a clause is about: of the acting country with those named beside the border noun ("its borders with A and B",
    /// "the A and B borders"); the acting country comes from the rest of the sentence, the headline, the source or the dateline.
    /// </summary>
    public IReadOnlyList<string> In(Clause clause)
    {
        var named = Countries(clause.Sentence);
        var partners = Partners(named, clause);
        var actors = Names(named).Except(partners, StringComparer.Ordinal).ToList();
        if (actors.Count == 0 && OwnBorders(partners) is { Count: > 0 } own)
            return own;
        if (actors.Count == 0)
            actors =
            [
                .. Names(Countries(0))
                    .Append(sourceCountry ?? "")
                    .Concat(Names(Dateline(clause)))
                    .Except(partners, StringComparer.Ordinal),
            ];
        if (partners.Count == 0 && actors.Count > 1)
            (partners, actors) = ([actors[1]], [actors[0]]);
        return actors.Select(actor => Pairs(actor, partners)).FirstOrDefault(pairs => pairs.Count > 0) ?? [];
    }

    /// <summary>
    /// "The border of A and B", "A's borders with B, C and D": one of those named borders on all others, unless the headline
    /// names another that borders on all of them.
    /// </summary>
    private List<string> OwnBorders(List<string> named) =>
        named.Count < 2 || Names(Countries(0)).Any(titled => Pairs(titled, named).Count == named.Count)
            ? []
            : named.Select(one => Pairs(one, named)).FirstOrDefault(pairs => pairs.Count == named.Count - 1, []);

    private List<string> Pairs(string country, IEnumerable<string> others) =>
        [.. others.Select(other => PairOf(country, other)).OfType<string>()];

    /// <summary>Countries beside the border noun of the clause, else of its sentence, and those listed after one.</summary>
    private List<string> Partners(List<CueHit> named, Clause clause)
    {
        var beside = named.FindAll(hit => IsBesideBorder(hit, clause.Sentence));
        if (beside.FindAll(hit => hit.First >= clause.First && hit.First < clause.End) is { Count: > 0 } own)
            beside = own;
        foreach (var country in named)
            if (!beside.Contains(country) && beside.Exists(known => GoesOn(known, country)))
                beside.Add(country); // "with A and B"
        return [.. Names(beside)];
    }

    /// <summary>"A and B", "le Ghana, le Bénin et le Burkina Faso": a list of countries, each with its article perhaps.</summary>
    private bool GoesOn(CueHit known, CueHit next) =>
        (next.First - known.Last) switch
        {
            1 or 2 => true,
            3 => passage.Tokens[known.Last + 1].Text == ","
                || passage
                    .Between(known.Last + 1, known.Last + 2)
                    .Any(hit => hit.Is(CueClass.And) || hit.Is(CueClass.Break)),
            _ => false,
        };

    private static IEnumerable<string> Names(IEnumerable<CueHit> countries) =>
        countries.Select(country => country.Cue.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Countries named in a sentence; the capital it was filed from is none of them.</summary>
    private List<CueHit> Countries(int sentence) =>
        CountriesBetween(passage.AfterDateline(sentence), passage.EndOf(sentence));

    /// <summary>The capital the text was filed from.</summary>
    private List<CueHit> Dateline(Clause clause)
    {
        var lead = clause.InTitle || passage.ClausesOf(0) is not [{ InTitle: true }, ..] ? 0 : 1;
        return passage.ClausesOf(lead) is [var first, ..]
            ? CountriesBetween(first.First, passage.AfterDateline(lead))
            : [];
    }

    private List<CueHit> CountriesBetween(int first, int end) =>
        [.. passage.Between(first, end).Where(hit => hit.Cue.Kind == CueKind.Country)];

    /// <summary>"Afghan border", "border with Iran", "with Afghanistan and Iran".</summary>
    private bool IsBesideBorder(CueHit country, int sentence) =>
        passage
            .InSentence(sentence)
            .Any(hit =>
                (hit.Is(CueClass.Border) || hit.Is(CueClass.AllBorders))
                && (
                    (
                        country.Last < hit.First
                        && hit.First - country.Last <= 3
                        && !passage.HasEvent(country.Last + 1, hit.First)
                    )
                    || (
                        country.First > hit.Last
                        && country.First - hit.Last <= 5
                        && !passage.HasEvent(hit.Last + 1, country.First)
                    )
                    || (country.First >= hit.First && country.Last <= hit.Last)
                )
            );

    private string? PairOf(string country, string other) =>
        country != other && gazetteer.Between(country, other).Any() ? Id(country, other) : null;

    private static string Id(string country, string other) =>
        $"{Finding.BorderPrefix}{Gazetteer.PairOf(country, other)}";
}

namespace AlertWorker.Claims;

/// <summary>Finds of which crossing an event in a clause is said: by the clause, the sentence, or what was named last.</summary>
internal sealed class PlaceFinder(Passage passage, Gazetteer gazetteer, string? sourceCountry)
{
    private const int WidestList = 6;

    /// <summary>The crossings (or one border pair) an event is about, and how closely they stand; empty when none can be said.</summary>
    public (IReadOnlyList<string> Crossings, string Rule) Find(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause).ToList();
        var direct = Plain(passage.PlacesIn(clause));
        var all = passage.Hits.Any(hit =>
            hit.Is(CueClass.AllBorders) && passage.ClauseAt(hit.First).Sentence == clause.Sentence
        );
        if (direct.Count > 0)
            return (ListAround(Nearest(direct, happening)), "named-in-clause");
        if (all && PairIn(clause) is { } pair)
            return ([pair], "all-crossings");

        var before = Plain(sentence.Where(c => c.First < clause.First).SelectMany(passage.PlacesIn));
        if (before.Count > 0)
            return (ListAround(before[^1]), "named-before");
        var after = Plain(sentence.Where(c => c.First > clause.First).SelectMany(passage.PlacesIn));
        if (after.Count > 0)
            return (ListAround(after[0]), "named-after");
        var aside = sentence.SelectMany(passage.PlacesIn).Where(place => !place.Dateline).ToList();
        if (aside.Count > 0)
            return (ListAround(Nearest(aside, happening)), "named-aside");
        return Focus(clause) is { Count: > 0 } focus ? (focus, "named-last")
            : PairIn(clause) is { } border ? ([border], "border-of-countries")
            : passage.Places.Count > 0 ? ([passage.Places[0].Place.Id], "named-elsewhere")
            : ([], "");
    }

    /// <summary>What was named last before a clause: the thing "it" and "the crossing" take up.</summary>
    private List<string> Focus(Clause clause)
    {
        var before = passage.Places.Where(place => place.First < clause.First && !place.Dateline).ToList();
        if (before.Count > 0)
        {
            var sentence = passage.ClauseAt(before[^1].First).Sentence;
            return ListAround(before.First(place => passage.ClauseAt(place.First).Sentence == sentence));
        }

        var named = passage.Places.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named : [];
    }

    private static List<Mentioned> Plain(IEnumerable<Mentioned> places) =>
        [.. places.Where(place => place is { Dateline: false, Aside: false })];

    private static Mentioned Nearest(List<Mentioned> places, CueHit happening) =>
        places.MinBy(place =>
            place.Last < happening.First ? happening.First - place.Last : Math.Max(0, place.First - happening.Last)
        )!;

    /// <summary>"Peace Bridge, Whirlpool Bridge and Rainbow Bridge": all that stand in one list with a name.</summary>
    private List<string> ListAround(Mentioned centre)
    {
        var places = passage.Places;
        var at = 0;
        while (places[at] != centre)
            at++;
        var first = at;
        while (first > 0 && InOneList(places[first - 1], places[first]))
            first--;
        var last = at;
        while (last + 1 < places.Count && InOneList(places[last], places[last + 1]))
            last++;
        return
        [
            .. places
                .Skip(first)
                .Take(last - first + 1)
                .Where(place => !IsExcepted(place))
                .Select(place => place.Place.Id)
                .DefaultIfEmpty(centre.Place.Id)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private bool InOneList(Mentioned left, Mentioned right) =>
        right.First - left.Last <= WidestList
        && passage.ClauseAt(left.First).Sentence == passage.ClauseAt(right.First).Sentence
        && !passage.Hits.Any(hit =>
            hit.First > left.Last
            && hit.Last < right.First
            && (
                hit.Cue.Kind == CueKind.Event
                || hit.Is(CueClass.Break)
                || hit.Is(CueClass.Says)
                || hit.Is(CueClass.Except)
                || hit.Is(CueClass.Near)
            )
        );

    private bool IsExcepted(Mentioned place) =>
        passage.Hits.Any(hit => hit.Is(CueClass.Except) && hit.Last < place.First && hit.Last >= place.First - 4);

    /// <summary>The border of two countries named around a clause: the sentence first, then the headline.</summary>
    private string? PairIn(Clause clause) =>
        PairOf(Countries(clause.Sentence))
        ?? (clause.Sentence > 0 ? PairOf([.. Countries(clause.Sentence), .. Countries(0)]) : null);

    private List<string> Countries(int sentence) =>
        [
            .. passage
                .InSentence(sentence)
                .Where(hit => hit.Cue.Kind == CueKind.Country)
                .Select(hit => hit.Cue.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    private string? PairOf(List<string> countries)
    {
        if (countries.Count == 1 && sourceCountry is not null && countries[0] != sourceCountry)
            countries = [countries[0], sourceCountry];
        for (var i = 0; i < countries.Count; i++)
        for (var j = i + 1; j < countries.Count; j++)
            if (gazetteer.Between(countries[i], countries[j]).Any())
                return $"border:{Gazetteer.PairOf(countries[i], countries[j])}";
        return null;
    }
}

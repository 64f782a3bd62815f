namespace AlertWorker.Claims;

/// <summary>Finds of which crossing an event in a clause is said: by the clause, the sentence, or what was named last.</summary>
internal sealed class PlaceFinder(Passage passage, Gazetteer gazetteer, string? sourceCountry)
{
    /// <summary>The rule of last resort: the first crossing the text names at all.</summary>
    public const string Elsewhere = "named-elsewhere";

    private const int WidestList = 6;

    /// <summary>The crossings (or one border pair) an event is about, and how closely they stand; empty when none can be said.</summary>
    public (IReadOnlyList<string> Crossings, string Rule) Find(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause).ToList();
        var direct = Plain(passage.PlacesIn(clause));
        var all = passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.AllBorders));
        if (direct.Count > 0)
            return (ListAround(Nearest(direct, happening)), "named-in-clause");
        if (all && Among(sentence) is { Count: > 0 } among)
            return (among, "named-among");
        if (all && PairsIn(clause) is { Count: > 0 } pairs)
            return (pairs, "all-crossings");

        var before = Plain(sentence.Where(c => c.First < clause.First).SelectMany(passage.PlacesIn));
        if (before.Count > 0)
            return (ListAround(before[^1]), "named-before");
        if (
            !clause.InTitle
            && (passage.Has(clause, CueClass.Border) || passage.Has(clause, CueClass.Pronoun))
            && IsToldBefore(clause)
            && Focus(clause) is { Count: > 0 } told
        )
            return (told, "named-last"); // "No goods will pass through the crossing; aid goes by way of …"
        var after = Plain(sentence.Where(c => c.First > clause.First).SelectMany(passage.PlacesIn));
        if (after.Count > 0)
            return (ListAfter(happening, after), "named-after");
        var aside = sentence.SelectMany(passage.PlacesIn).Where(place => !place.Dateline).ToList();
        if (aside.Count > 0)
            return (ListAround(Nearest(aside, happening)), "named-aside");
        return Focus(clause) is { Count: > 0 } focus ? (focus, "named-last")
            : PairsIn(clause) is { Count: > 0 } borders ? (borders, "border-of-countries")
            : passage.Places.Count > 0
            && (clause.InTitle || (passage.Has(clause, CueClass.Border) && NamesOneCrossing()))
                ? ([passage.Places[0].Place.Id], Elsewhere)
            : ([], "");
    }

    /// <summary>Of several crossings named only later, none can be meant by "the crossing".</summary>
    private bool NamesOneCrossing() =>
        passage.Places.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>"Other crossings, among them Kuźnica and Bobrowniki, have been shut for longer".</summary>
    private List<string> Among(List<Clause> sentence) =>
        Plain(sentence.Where(clause => passage.Has(clause, CueClass.Likewise)).SelectMany(passage.PlacesIn))
            is [var one, ..]
            ? ListAround(one)
            : [];

    /// <summary>A crossing is named earlier in the paragraph: "the crossing" takes it up.</summary>
    private bool IsToldBefore(Clause clause)
    {
        var first = clause.First;
        while (first > 0 && passage.Tokens[first - 1].Text != "\n")
            first--;
        return passage.Places.Any(place => place.First >= first && place.First < clause.First && !place.Dateline);
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

    /// <summary>"… will resume operations at these places: A; B; C": all that follow in the sentence, up to the next event.</summary>
    private List<string> ListAfter(CueHit happening, List<Mentioned> after)
    {
        var next = passage
            .Hits.Where(hit => hit.Cue.Kind == CueKind.Event && hit.First > happening.Last)
            .Select(hit => hit.First)
            .DefaultIfEmpty(int.MaxValue)
            .First();
        return
        [
            .. after
                .Where(place => place.First < next)
                .SelectMany(ListAround)
                .DefaultIfEmpty(after[0].Place.Id)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private bool InOneList(Mentioned left, Mentioned right) =>
        Distance(left.Last, right.First) <= WidestList
        && passage.ClauseAt(left.First).Sentence == passage.ClauseAt(right.First).Sentence
        && !passage
            .Between(left.Last + 1, right.First)
            .Any(hit =>
                hit.First > left.Last
                && hit.Last < right.First
                && (
                    hit.Cue.Kind == CueKind.Event
                    || (hit.Is(CueClass.Break) && hit.Last < right.First - 1) // "and the Whirlpool Bridge" goes on with the list
                    || hit.Is(CueClass.Says)
                    || hit.Is(CueClass.Except)
                    || hit.Is(CueClass.Near)
                )
            );

    /// <summary>In words; where words are not divided, two signs make about one, and brackets, quotation marks and commas count for nothing.</summary>
    private int Distance(int last, int first)
    {
        var halves = 0;
        for (var i = last + 1; i < first; i++)
            halves +=
                passage.Tokens[i].Text is "(" or ")" or "\"" or "," ? 0
                : Scripts.HasNoSpaces(passage.Tokens[i].Text[0]) ? 1
                : 2;
        return 1 + (halves / 2);
    }

    private bool IsExcepted(Mentioned place) =>
        passage
            .Around(place.First)
            .Any(hit => hit.Is(CueClass.Except) && hit.Last < place.First && hit.Last >= place.First - 4);

    /// <summary>
    /// The borders a clause is about: of the acting country with those named beside the border noun ("its borders with A and B",
    /// "the A and B borders"); the acting country comes from the rest of the sentence, the headline or the source.
    /// </summary>
    private List<string> PairsIn(Clause clause)
    {
        var named = Countries(clause.Sentence);
        var partners = named
            .Where(hit => IsBesideBorder(hit, clause.Sentence))
            .Select(Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var actors = named.Select(Name).Except(partners, StringComparer.Ordinal).ToList();
        if (actors.Count == 0 && partners.Count == 2 && PairOf(partners[0], partners[1]) is { } both)
            return [both];
        if (actors.Count == 0)
            actors =
            [
                .. Countries(0).Select(Name).Append(sourceCountry ?? "").Except(partners, StringComparer.Ordinal),
            ];
        if (partners.Count == 0 && actors.Count > 1)
            (partners, actors) = ([actors[1]], [actors[0]]);
        foreach (var actor in actors)
            if (partners.Select(partner => PairOf(actor, partner)).OfType<string>().ToList() is { Count: > 0 } pairs)
                return pairs;
        return [];
    }

    private static string Name(CueHit country) => country.Cue.Name;

    /// <summary>Countries named in a sentence; the capital it was filed from is none of them.</summary>
    private List<CueHit> Countries(int sentence) =>
        [
            .. passage
                .Between(passage.AfterDateline(sentence), passage.EndOf(sentence))
                .Where(hit => hit.Cue.Kind == CueKind.Country),
        ];

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
                        && !HasEvent(country.Last + 1, hit.First)
                    )
                    || (
                        country.First > hit.Last
                        && country.First - hit.Last <= 5
                        && !HasEvent(hit.Last + 1, country.First)
                    )
                    || (country.First >= hit.First && country.Last <= hit.Last)
                )
            );

    private bool HasEvent(int first, int end) =>
        passage.Between(first, end).Any(hit => hit.Cue.Kind == CueKind.Event && hit.Last < end);

    private string? PairOf(string country, string other) =>
        country != other && gazetteer.Between(country, other).Any()
            ? $"border:{Gazetteer.PairOf(country, other)}"
            : null;
}

namespace AlertWorker.Claims;

/// <summary>Finds of which crossing an event in a clause is said: by the clause, the sentence, or what was named last.</summary>
internal sealed class PlaceFinder(Passage passage, BorderFinder borders)
{
    /// <summary>The rule of last resort: the first crossing the text names at all.</summary>
    public const string Elsewhere = "named-elsewhere";

    private const int WidestList = 6;
    private const int MostCounted = 20;
    private const int ExceptWithin = 6;

    /// <summary>The crossings (or one border pair) an event is about, and how closely they stand; empty when none can be said.</summary>
    public (IReadOnlyList<string> Crossings, string Rule) Find(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause).ToList();
        var direct = Plain(passage.PlacesIn(clause));
        var all = passage.InSentence(clause.Sentence).Any(IsAllBorders);
        if (direct.Count > 0)
            return (ListAround(Nearest(direct, happening)), "named-in-clause");
        if (CountIn(clause) is { } count && OfCount(clause, sentence, count) is { } counted)
            return counted;
        if (all && Among(sentence) is { Count: > 0 } among)
            return (among, "named-among");
        if (all && borders.In(clause) is { Count: > 0 } pairs)
            return (pairs, "all-crossings");

        var before = Plain(sentence.Where(c => c.First < clause.First).SelectMany(passage.PlacesIn));
        if (before.Count > 0)
            return (ListAround(before[^1]), "named-before");
        if (IsOfOthers(clause))
            return ([], "");
        if (IsOfForeignBorder(happening, clause))
            return (borders.In(clause), "border-of-countries");
        if (
            !clause.InTitle
            && (passage.Has(clause, CueClass.Border) || passage.Has(clause, CueClass.Pronoun))
            && IsToldBefore(clause)
            && Focus(clause) is { Count: > 0 } told
        )
            return (told, "named-last"); // "No goods will pass through the crossing; aid goes by way of …"
        var after = Plain(
            sentence.Where(c => c.First > clause.First && !IsOtherStatement(c)).SelectMany(passage.PlacesIn)
        );
        if (after.Count > 0)
            return (ListAfter(happening, after), "named-after");
        var aside = sentence
            .SelectMany(passage.PlacesIn)
            .Where(place => !place.Dateline && !IsExcepted(place))
            .ToList();
        if (aside.Count > 0)
            return (ListAround(Nearest(aside, happening)), "named-aside");
        return Focus(clause) is { Count: > 0 } focus ? (focus, "named-last")
            : borders.In(clause) is { Count: > 0 } border ? (border, "border-of-countries")
            : (clause.InTitle || (passage.Has(clause, CueClass.Border) && NamesOneCrossing()))
            && passage.Places.FirstOrDefault(place => !IsExcepted(place)) is { } first
                ? ([first.Place.Id], Elsewhere)
            : ([], "");
    }

    /// <summary>"all but the northernmost, A", "A and B excepted": not what the statement is about.</summary>
    public bool IsExcepted(Mentioned place) =>
        passage
            .Between(place.First - ExceptWithin, place.Last + ExceptWithin)
            .Any(hit =>
                hit.Is(CueClass.Except)
                && passage.ClauseAt(hit.First).Sentence == passage.ClauseAt(place.First).Sentence
                && (
                    hit.Last < place.First
                        ? !passage.HasEvent(hit.Last + 1, place.First)
                        : !passage.HasEvent(place.Last + 1, hit.First) && EndsStatement(hit)
                )
            );

    /// <summary>"No lorry has passed, while Torkham works": the place named after it belongs to what is told of it.</summary>
    private bool IsOtherStatement(Clause later) =>
        passage.OpensWith(later, CueClass.Break) && passage.HasEvent(later.First, later.End);

    /// <summary>Of several crossings named only later, none can be meant by "the crossing".</summary>
    private bool NamesOneCrossing() =>
        passage.Places.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>"Other crossings, among them Kuźnica and Bobrowniki, have been shut for longer".</summary>
    private List<string> Among(List<Clause> sentence) =>
        Plain(sentence.Where(clause => passage.Has(clause, CueClass.Likewise)).SelectMany(passage.PlacesIn))
            is [var one, ..]
            ? ListAround(one)
            : [];

    /// <summary>"All crossings", but not in the name of an office ("the Border Crossings Authority").</summary>
    private bool IsAllBorders(CueHit hit) =>
        hit.Is(CueClass.AllBorders)
        && !passage
            .Around(hit.First)
            .Any(office => office.Is(CueClass.Official) && office.First <= hit.First && office.Last >= hit.Last);

    /// <summary>
    /// "The Finnish crossings remain closed", "Lithuania keeps its own border shut", told in a story of a crossing that is not of
    /// that country.
    /// </summary>
    private bool IsOfForeignBorder(CueHit happening, Clause clause) =>
        passage
            .In(clause)
            .Where(country =>
                country.Cue.Kind == CueKind.Country
                && !passage.HasEvent(clause.First, country.First) // "Israel closed the bridge", in languages that put the verb first
                && (
                    passage.Between(country.Last + 1, country.Last + 2).Any(hit => hit.Is(CueClass.Border))
                    || (
                        happening.Cue.Event!.Form == EventForm.Remains
                        && happening.First == country.Last + 1
                        && passage.Has(clause, CueClass.Border)
                    )
                )
            )
            .Any(country =>
                passage.Places.Any()
                && passage.Places.All(place =>
                    !place.Place.Countries.Contains(country.Cue.Name, StringComparer.Ordinal)
                )
            );

    /// <summary>"The other crossings have been shut for years": not the one named last.</summary>
    private bool IsOfOthers(Clause clause) =>
        passage
            .In(clause)
            .Any(other =>
                other.Is(CueClass.Other)
                && passage
                    .Between(other.First - 2, other.Last + 3)
                    .Any(hit => hit.Is(CueClass.Border) || hit.Is(CueClass.AllBorders))
            );

    /// <summary>How many crossings a clause speaks of, where it counts them: "two crossings with Belarus", not "the eight crossings".</summary>
    private int? CountIn(Clause clause)
    {
        foreach (var border in passage.In(clause))
            if (border.Is(CueClass.Border) || border.Is(CueClass.AllBorders))
                foreach (var number in passage.Between(border.First - 2, border.First))
                    if (
                        number.Cue.Kind == CueKind.Number
                        && number.Cue.Number < MostCounted
                        && number.Last < border.First
                        && !passage
                            .Between(number.First - 1, number.First)
                            .Any(hit => hit.Is(CueClass.Determiner) || hit.Is(CueClass.AllBorders))
                    )
                        return number.Cue.Number;
        return null;
    }

    /// <summary>The crossings of a border that are named anywhere, when they are as many as were counted; else none can be told.</summary>
    private List<string> Counted(int number, IReadOnlyList<string> pairs)
    {
        var named = passage
            .Places.Where(place => !place.Dateline && pairs.Contains(BorderFinder.PairOf(place.Place)))
            .Select(place => place.Place.Id)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count == number ? named : [];
    }

    /// <summary>
    /// The crossings a clause counts: those listed in its sentence or the next, all that are named of the border, or those told of
    /// before. Null for one alone on no border that is told: it is found like any other.
    /// </summary>
    private (IReadOnlyList<string> Crossings, string Rule)? OfCount(Clause clause, List<Clause> sentence, int count)
    {
        var pairs = borders.In(clause);
        if (count == 1 && pairs.Count == 0)
            return null;
        if (Plain(sentence.SelectMany(passage.PlacesIn)) is [var one, ..])
            if (ListAround(one) is var list && (list.Count > 1 || count == 1))
                return (list, "named-in-sentence");
        if (ListedNext(clause, count) is { Count: > 0 } next)
            return (next, "listed-next");
        return pairs.Count > 0 ? (Counted(count, pairs), "counted")
            : Focus(clause) is { Count: > 1 } focus ? (focus, "named-last")
            : ([], "");
    }

    /// <summary>"Nigeria reopened four of its land borders. They are Seme, Illela, Maigatari and Mfum": the list in the next sentence.</summary>
    private List<string> ListedNext(Clause clause, int number)
    {
        var sentence = clause.Sentence + 1;
        if (passage.InSentence(sentence).Any(hit => hit.Cue.Event is { Form: not EventForm.Flow }))
            return [];
        var listed = Plain(passage.ClausesOf(sentence).SelectMany(passage.PlacesIn))
            .Select(place => place.Place.Id)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return listed.Count > 1 && listed.Count <= number ? listed : [];
    }

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
        var before = passage
            .Places.Where(place => place.First < clause.First && !place.Dateline && !IsExcepted(place))
            .ToList();
        if (before.Count > 0)
        {
            var sentence = passage.ClauseAt(before[^1].First).Sentence;
            return ListAround(before.First(place => passage.ClauseAt(place.First).Sentence == sentence));
        }

        var named = passage.Places.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named : [];
    }

    private List<Mentioned> Plain(IEnumerable<Mentioned> places) =>
        [.. places.Where(place => place is { Dateline: false, Aside: false } && !IsExcepted(place))];

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
                .Where(place => !IsExcepted(place) && (!place.Aside || centre.Aside))
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
                .SelectMany(place => ListAround(place))
                .DefaultIfEmpty(after[0].Place.Id)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private bool InOneList(Mentioned left, Mentioned right) =>
        Distance(left.Last, right.First) <= WidestList
        && !AreOfTwoStatements(left, right)
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

    /// <summary>
    /// "They open at A and B; at C the other side stays shut": each has an event of its own. "Shut at A; drivers sent to B": what
    /// follows the semicolon is no further place.
    /// </summary>
    private bool AreOfTwoStatements(Mentioned left, Mentioned right)
    {
        var (one, other) = (passage.ClauseAt(left.First), passage.ClauseAt(right.First));
        if (one == other)
            return false;
        var parted = passage.Tokens[other.First - 1].Text == ";";
        return (
                (parted || passage.OpensWith(other, CueClass.Break))
                && passage.HasEvent(one.First, one.End)
                && passage.HasEvent(other.First, other.End)
            ) || (parted && Enumerable.Range(other.First, right.First - other.First).Any(IsOfStatement));
    }

    /// <summary>A word that does not belong to a place in a list, as "at the crossing" does.</summary>
    private bool IsOfStatement(int token) =>
        passage.Tokens[token].Kind == TokenKind.Word
        && !passage
            .Around(token)
            .Any(hit =>
                hit.Covers(token)
                && (
                    hit.Is(CueClass.Preposition)
                    || hit.Is(CueClass.Determiner)
                    || hit.Is(CueClass.And)
                    || hit.Is(CueClass.Border)
                    || hit.Cue.Kind == CueKind.Country
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

    /// <summary>"…, A excepted": nothing it could govern comes after it.</summary>
    private bool EndsStatement(CueHit except) =>
        passage.ClauseAt(except.First) is var clause
        && (except.Last + 1 >= clause.End || !passage.Tokens[except.Last + 1].IsWordLike);
}

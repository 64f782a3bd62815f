using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Decides which crossing each name in a passage means, if any.</summary>
internal sealed class MentionResolver(Gazetteer gazetteer)
{
    private const int NeededSupport = 2;
    private const int DatelineLength = 8;
    private const int ListGap = 5;

    public List<Mentioned> Resolve(Passage passage, IReadOnlyList<Mention> mentions, Source source)
    {
        var countries = passage
            .Hits.Where(hit => hit.Cue.Kind == CueKind.Country)
            .Select(hit => hit.Cue.Name)
            .ToHashSet(StringComparer.Ordinal);
        if (source.SpeaksFor is { } own)
            countries.Add(own);
        var certain = mentions.Where(mention => !mention.NeedsContext).Select(mention => mention.Places[0]).ToHashSet();
        var certainAt = mentions
            .Where(mention => !mention.NeedsContext)
            .Select(mention => passage.TokenAt(mention.Start))
            .ToList();

        var resolved = new List<Mentioned>();
        foreach (var mention in mentions)
        {
            var first = passage.TokenAt(mention.Start);
            var last = passage.TokenAt(mention.End - 1);
            if (
                !passage.Tokens[first].Capital
                && mention.NeedsContext
                && char.IsLower(passage.Text.Span[mention.Start])
            )
                if (mention.Misspelled || certain.Count > 0 || IsWrittenAsWords(passage, first, last))
                    continue; // where letters have cases, a name that is in doubt is at least written as one
            if (mention.NeedsContext && IsTrafficWord(passage, first, last))
                continue;
            if (mention.Misspelled && IsBorderWord(passage, first, last))
                continue;
            var place = mention.NeedsContext
                ? Choose(passage, mentions, mention, countries, certain, certainAt)
                : mention.Places[0];
            if (place is not null)
                resolved.Add(
                    new Mentioned(
                        first,
                        last,
                        ByRail(passage, place, mention, first),
                        IsDateline(passage, first, last),
                        IsAside(passage, first, last)
                    )
                );
        }

        return resolved;
    }

    /// <summary>The candidate the rest of the text speaks for most; none when nothing does or two are equal.</summary>
    private Place? Choose(
        Passage passage,
        IReadOnlyList<Mention> mentions,
        Mention mention,
        HashSet<string> countries,
        HashSet<Place> certain,
        List<int> certainAt
    )
    {
        var first = passage.TokenAt(mention.Start);
        var last = passage.TokenAt(mention.End - 1);
        var neighbours = Neighbours(passage, mentions, mention, first);
        var border =
            IsBesideBorder(passage, mention, first, last)
            || neighbours.Exists(other =>
                IsBesideBorder(passage, other, passage.TokenAt(other.Start), passage.TokenAt(other.End - 1))
            );
        var listed = certainAt.Exists(other =>
            Math.Abs(other - first) is > 0 and <= ListGap && !HasEvent(passage, other, first)
        );
        var traffic = MovesTraffic(passage, passage.ClauseAt(first));
        var happening = traffic || Happens(passage, first, last, beside: border && !mention.Misspelled);
        Place? best = null;
        var bestScore = NeededSupport - 1;
        foreach (
            var place in mention.Places.Where(place =>
                SpeaksOfRail(passage, first) || !SharesTown(place, mention, passage)
            )
        )
        {
            var company = Company(
                place,
                certain,
                beside: !mention.Misspelled && (border || listed || (happening && passage.Tokens[first].Capital))
            );
            var support = gazetteer.Context.Support(
                place,
                passage.Words,
                passage.Text.Span[mention.Start..mention.End]
            );
            if (certain.Count > 0 && !certain.Contains(place) && company < 2 && support == 0 && !listed)
                continue; // the text is about other borders
            var score =
                (certain.Contains(place) ? 4 : 0)
                + company
                + place.Countries.Count(countries.Contains)
                + (border ? 1 : 0)
                + (neighbours.Exists(other => other.Places.Any(p => p != place && IsOfOneBorder(p, place))) ? 1 : 0)
                + (happening ? 1 : 0)
                + (traffic ? 1 : 0)
                + support;
            if (score > bestScore)
                (best, bestScore) = (place, score);
            else if (score == bestScore)
                best = null;
        }

        return best;
    }

    /// <summary>"tax-free trade", in a text that writes other names with capitals.</summary>
    private static bool IsWrittenAsWords(Passage passage, int first, int last) =>
        !Enumerable.Range(first, last - first + 1).Any(i => passage.Tokens[i].Capital)
        && passage.Tokens.Any(token => token.Capital);

    /// <summary>An event follows the name, or is told of it in a clause where a border noun stands beside it.</summary>
    private static bool Happens(Passage passage, int first, int last, bool beside) =>
        passage.HasEvent(last + 1, last + 3)
        || (beside && passage.ClauseAt(first) is var clause && passage.HasEvent(clause.First, clause.End));

    /// <summary>Other names in doubt that stand in one list with a name.</summary>
    private static List<Mention> Neighbours(
        Passage passage,
        IReadOnlyList<Mention> mentions,
        Mention mention,
        int first
    ) =>
        [
            .. mentions.Where(other =>
                other != mention
                && other is { NeedsContext: true, Misspelled: false }
                && passage.TokenAt(other.Start) is var at
                && Math.Abs(at - first) <= ListGap
                && !HasEvent(passage, at, first)
            ),
        ];

    private static bool IsOfOneBorder(Place one, Place other) =>
        Gazetteer.PairOf(one.Countries[0], one.Countries[1])
        == Gazetteer.PairOf(other.Countries[0], other.Countries[1]);

    /// <summary>"the crossing at Bobrowniki", "Jama pass".</summary>
    private static bool IsBesideBorder(Passage passage, Mention mention, int first, int last) =>
        passage
            .Around(first)
            .Any(hit =>
                (hit.Is(CueClass.Border) || hit.Is(CueClass.AllBorders))
                && passage.ClauseAt(hit.First).Sentence == passage.ClauseAt(first).Sentence
                && (
                    (hit.First > last && hit.First <= last + 3)
                    || (hit.Last < first && hit.Last >= first - 3)
                    || (hit.First >= first && hit.Last <= last && mention.Places.Count == 1) // "Paso Jama", not "Friendship Bridge"
                )
            );

    /// <summary>In the text's language the name is a word for traffic: "الشحن", freight.</summary>
    private static bool IsTrafficWord(Passage passage, int first, int last) =>
        passage
            .Around(first)
            .Any(hit =>
                hit.First <= first
                && hit.Last >= last
                && (hit.Is(CueClass.Trade) || hit.Is(CueClass.Trucks) || hit.Is(CueClass.People))
            );

    /// <summary>"kapısı" is a gate in Turkish, and no Kipushi.</summary>
    private static bool IsBorderWord(Passage passage, int first, int last) =>
        passage.Around(first).Any(hit => hit.First <= first && hit.Last >= last && hit.Is(CueClass.Border));

    /// <summary>"Cargo moves again through Birgunj": the clause tells what becomes of traffic.</summary>
    private static bool MovesTraffic(Passage passage, Clause clause) =>
        passage.In(clause).Any(hit => hit.Cue.Kind == CueKind.Event)
        && (passage.Has(clause, CueClass.Trucks) || passage.Has(clause, CueClass.Trade));

    private static bool HasEvent(Passage passage, int one, int other) =>
        passage.HasEvent(Math.Min(one, other), Math.Max(one, other));

    /// <summary>
    /// 2 when another crossing of the same border is named for certain, 1 when one of a neighbouring border is and the name stands
    /// where a crossing's would.
    /// </summary>
    private static int Company(Place place, HashSet<Place> certain, bool beside)
    {
        var shared = certain
            .Where(other => other != place)
            .Select(other =>
                place.Countries.Count(country => other.Countries.Contains(country, StringComparer.Ordinal))
            )
            .DefaultIfEmpty(0)
            .Max();
        return shared == 2 || beside ? shared : 0;
    }

    /// <summary>A railway crossing under the name of a town that has others.</summary>
    private bool SharesTown(Place place, Mention mention, Passage passage)
    {
        if (place.Kind != "rail")
            return false;
        var name = passage.Text.Span[mention.Start..mention.End].ToString();
        return gazetteer
            .Between(place.Countries[0], place.Countries[1])
            .Any(other =>
                other.Kind != "rail"
                && other.Sides.Any(side => TextFold.Text(side.Post ?? "").StartsWith(name, StringComparison.Ordinal))
            );
    }

    private static bool SpeaksOfRail(Passage passage, int token) => passage.Has(passage.ClauseAt(token), CueClass.Rail);

    /// <summary>A town's railway crossing, where the clause speaks of rail and the name is the town's.</summary>
    private Place ByRail(Passage passage, Place place, Mention mention, int token)
    {
        if (place.Kind == "rail" || !SpeaksOfRail(passage, token))
            return place;
        var name = passage.Text.Span[mention.Start..mention.End].ToString();
        return gazetteer
                .Between(place.Countries[0], place.Countries[1])
                .FirstOrDefault(other =>
                    other.Kind == "rail" && TextFold.Text(other.Name).StartsWith(name, StringComparison.Ordinal)
                )
            ?? place;
    }

    /// <summary>"CHAMAN: …", "TORKHAM, Pakistan (Agency) - …": where the report was filed.</summary>
    private static bool IsDateline(Passage passage, int first, int last)
    {
        if (passage.ClauseAt(first).InTitle || (first > 0 && passage.Tokens[first - 1].Text != "\n"))
            return false;
        for (var i = last + 1; i <= last + DatelineLength && i < passage.Tokens.Count; i++)
        {
            var token = passage.Tokens[i];
            if (token.Text is ":" or "-")
                return passage.Tokens[Math.Min(i + 1, passage.Tokens.Count - 1)].Text != "\n" || i == last + 1;
            if (token.Kind == TokenKind.Stop || (i == last + 1 && token.IsWordLike))
                return false;
        }

        return false;
    }

    /// <summary>"near Torkham", "the Rafah area", "the Chaman assistant commissioner", "the commissioner of Torkham".</summary>
    private static bool IsAside(Passage passage, int first, int last) =>
        passage
            .Around(first)
            .Any(hit =>
                (hit.Is(CueClass.Near) && hit.Last < first && hit.Last >= first - 2)
                || (hit.Is(CueClass.Region) && hit.First == last + 1)
                || (
                    hit.Is(CueClass.Official)
                    && !IsOfBorder(passage, hit) // "customs station Torkham"
                    && (
                        hit.First == last + 1
                        || (hit.Last < first && hit.Last >= first - 2 && !HasEvent(passage, hit.Last + 1, first))
                    )
                )
            );

    private static bool IsOfBorder(Passage passage, CueHit office) =>
        passage
            .Around(office.First)
            .Any(hit =>
                hit.Is(CueClass.Border)
                && hit.First <= office.First
                && hit.Last >= office.Last
                && hit.Last - hit.First > office.Last - office.First
            );
}

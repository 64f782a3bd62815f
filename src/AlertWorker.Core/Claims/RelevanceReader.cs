namespace AlertWorker.Claims;

/// <summary>Tells whether an event is about a crossing at all, or about something else that closes and opens beside it.</summary>
internal sealed class RelevanceReader(Passage passage)
{
    /// <summary>"Goma airport", "Goma's airport": the thing that belongs to a place stands right after it.</summary>
    private const int OfPlace = 2;

    /// <summary>0: not about a crossing; 1: the crossing is named beside the clause; 2: in it.</summary>
    public int Of(CueHit happening, Clause clause, EventNeed need)
    {
        if (RivalIsHead(happening, clause))
            return 0;
        if (need == EventNeed.Nothing || HasPlace(clause))
            return 2;
        if (HasTraffic(clause) && (need == EventNeed.Traffic || JoinsCountries(clause)))
            return 2;
        if (passage.SentenceOf(clause).Any(HasPlace))
            return Rivals(clause).Count > 0 || IsOfRival(clause) ? 0 : 1;
        return
            passage.Has(clause, CueClass.Pronoun)
            || (need == EventNeed.Traffic && passage.SentenceOf(clause).Any(HasTraffic))
            ? 1
            : 0;
    }

    /// <summary>"Travel between Azerbaijan and Georgia": two countries name their border.</summary>
    private bool JoinsCountries(Clause clause) =>
        passage.In(clause).Where(hit => hit.Cue.Kind == CueKind.Country).Select(hit => hit.Cue.Name).Distinct().Count()
        == 2;

    /// <summary>Another thing that closes and opens stands nearer to the event than the crossing, or heads the clause before it.</summary>
    private bool RivalIsHead(CueHit happening, Clause clause)
    {
        var rivals = Rivals(clause);
        if (rivals.Count == 0)
            return false;
        var ours = passage
            .In(clause)
            .Where(hit => hit.Is(CueClass.Border) || hit.Is(CueClass.AllBorders))
            .Select(hit => (hit.First, hit.Last))
            .Concat(passage.PlacesIn(clause).Select(place => (place.First, place.Last)))
            .ToList();
        if (ours.Count == 0)
            return true;
        var nearestRival = rivals.Min(hit => Gap(hit.First, hit.Last, happening));
        var nearestOurs = ours.Min(span => Gap(span.First, span.Last, happening));
        var firstRival = rivals[0].First;
        return nearestRival < nearestOurs
            || (firstRival < happening.First && firstRival < ours.Min(span => span.First));
    }

    /// <summary>A clause without a subject of its own takes up that of the one before: "Goma's airport, closed since January, …".</summary>
    private bool IsOfRival(Clause clause)
    {
        var sentence = passage.SentenceOf(clause);
        var subject =
            Rivals(sentence[0]).Count > 0 && sentence[0] != clause && !HasPlace(sentence[0])
                ? sentence[0]
                : sentence.LastOrDefault(c =>
                    c.First < clause.First && (Rivals(c).Count > 0 || HasPlace(c) || HasTraffic(c))
                );
        if (subject is null || Rivals(subject) is not [var rival, ..])
            return false;
        var border = passage.In(subject).FirstOrDefault(hit => hit.Is(CueClass.Border) || hit.Is(CueClass.AllBorders));
        if (border.Cue is not null)
            return rival.First < border.First;
        var place = passage.PlacesIn(subject).FirstOrDefault();
        return place is null || rival.First - place.Last <= OfPlace;
    }

    /// <summary>Other things that close and open, words inside an office's name left out.</summary>
    private List<CueHit> Rivals(Clause clause)
    {
        var hits = passage.In(clause).ToList();
        return hits.FindAll(hit =>
            hit.Is(CueClass.Rival)
            && !hits.Exists(office =>
                office.Is(CueClass.Official) && office.First <= hit.First && office.Last >= hit.Last
            )
        );
    }

    private static int Gap(int first, int last, CueHit happening) =>
        last < happening.First ? happening.First - last : Math.Max(0, first - happening.Last);

    private bool HasPlace(Clause clause) =>
        passage.PlacesIn(clause).Any(place => !place.Dateline && !IsNear(place) && !IsWhere(place))
        || passage.Has(clause, CueClass.Border)
        || passage.Has(clause, CueClass.AllBorders);

    private bool IsNear(Mentioned place) =>
        passage
            .Around(place.First)
            .Any(hit => hit.Is(CueClass.Near) && hit.Last < place.First && hit.Last >= place.First - 2);

    /// <summary>"in Poipet", "چمن میں": where something happens.</summary>
    private bool IsWhere(Mentioned place) =>
        passage
            .Between(place.First - 1, place.Last + 2)
            .Any(hit =>
                hit.Is(CueClass.In)
                && (hit.Last == place.First - 1 || (hit.First == place.Last + 1 && !IsPreposition(hit)))
            );

    /// <summary>"Chakan-da-Bagh in Poonch": what follows the word is in something, not what stands before it.</summary>
    private bool IsPreposition(CueHit word) =>
        passage.Between(word.First, word.First + 1).Any(hit => hit.Is(CueClass.Preposition));

    private bool HasTraffic(Clause clause) =>
        passage.Has(clause, CueClass.Trade)
        || passage.Has(clause, CueClass.Trucks)
        || passage.Has(clause, CueClass.People)
        || passage.Has(clause, CueClass.Everyone);
}

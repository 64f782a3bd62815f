namespace AlertWorker.Claims;

/// <summary>Reads every event of a passage into findings.</summary>
internal sealed class EventReader(
    Passage passage,
    PlaceFinder places,
    StanceReader stances,
    TimeReader times,
    Func<string, string> pairOf
)
{
    private const int LikewiseWithin = 2;

    /// <summary>"Goma airport", "Goma's airport": the thing that belongs to a place stands right after it.</summary>
    private const int OfPlace = 2;

    private readonly ScopeReader scopes = new(passage);
    private readonly ThemeReader themes = new(passage);
    private readonly EventTiming timing = new(passage, times);
    private readonly RestReader rests = new(passage);

    public List<Finding> Read()
    {
        var findings = new List<Finding>();
        foreach (var happening in passage.Hits.Where(hit => hit.Cue.Kind == CueKind.Event))
            if (!IsMasked(happening))
                Read(happening, findings);
        foreach (var clause in passage.Clauses)
            if (passage.Has(clause, CueClass.Likewise))
                Repeat(clause, findings);
        return findings;
    }

    private void Read(CueHit happening, List<Finding> findings)
    {
        var cues = happening.Cue.Event!;
        var clause = passage.ClauseAt(happening.First);
        var weight = Nearness(happening, clause, cues.Needs);
        if (weight == 0 || themes.HasForeignObject(happening, clause))
            return;
        var (crossings, placeRule) = places.Find(happening, clause);
        if (crossings.Count == 0)
            return;

        var (when, until) = timing.Of(happening, clause);
        var (stance, change, ongoing, rule) = stances.Read(happening, clause, when);
        if (rule == StanceReader.Flows)
            return;
        var rest = rests.Of(clause, crossings);
        var own = scopes.ScopeOf(happening, clause);
        var scope = own == Scope.NotSaid ? rest.Scope : own;
        var onlyOthers = scopes.OnlyOthersPass(happening, clause);
        if (onlyOthers)
            scope = scope == Scope.Trade ? Scope.People : Scope.Trade;
        foreach (var crossing in crossings)
            findings.Add(
                new Finding
                {
                    OnlyOthersPass = onlyOthers,
                    Crossing = crossing,
                    Change = cues.Form == EventForm.Usual ? Change.None : change,
                    Stance = stance,
                    Event = happening,
                    Clause = clause,
                    IsState = cues.Form is EventForm.State,
                    IsUpdate = IsUpdate(clause),
                    IsNotYet = rule is "not-yet" or "not-opened",
                    IsUsual = cues.Form == EventForm.Usual,
                    Ongoing = ongoing,
                    Scope = scope,
                    Trucks = passage.Has(clause, CueClass.Trucks) || rest.Trucks,
                    NothingFlows = rule == "does-not-flow",
                    Partly = IsPartly(clause, cues) || (rest.Trickle && cues.Change == Change.Closure),
                    Exception = cues.Exception || (change == Change.Reopening && passage.Has(clause, CueClass.Circle)),
                    RestUnaffected = rest.Unaffected,
                    Direction = scopes.DirectionOf(happening, clause, pairOf(crossing)),
                    ActingSide = ActingSide(happening, clause),
                    When = when,
                    Until = until,
                    Weight = rule == "mere-noun" ? 0 : weight,
                    Hearsay = Says(clause.Sentence, CueClass.Hearsay),
                    Rules = [placeRule, rule],
                }
            );
    }

    /// <summary>
    /// "Torkham is sealed, and so are Kharlachi and Ghulam Khan"; "Poland will shut its crossings. Terespol and Kukuryki are
    /// affected": what was said last, of other places.
    /// </summary>
    private void Repeat(Clause clause, List<Finding> findings)
    {
        var last = findings.FindLast(f =>
            f.Clause.First < clause.First && clause.Sentence - f.Clause.Sentence <= LikewiseWithin && f.Weight > 0
        );
        if (last is null || passage.In(clause).Any(hit => hit.Cue.Event is { Form: not EventForm.Flow }))
            return;
        var named = passage.Places.Where(place =>
            (place.First >= clause.First || last.Clause.Sentence != clause.Sentence)
            && passage.ClauseAt(place.First).Sentence == clause.Sentence
        );
        foreach (var id in named.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).ToList())
            if (!findings.Exists(f => f.Crossing == id && f.Clause.Sentence >= last.Clause.Sentence))
                findings.Add(last with { Crossing = id, Rules = [.. last.Rules, "likewise"] });
    }

    /// <summary>0: not about a crossing; 1: the crossing is named beside the clause; 2: in it.</summary>
    private int Nearness(CueHit happening, Clause clause, EventNeed need)
    {
        if (RivalIsHead(happening, clause))
            return 0;
        if (need == EventNeed.Nothing || HasPlace(clause))
            return 2;
        if (need == EventNeed.Traffic && HasTraffic(clause))
            return 2;
        if (passage.SentenceOf(clause).Any(HasPlace))
            return Rivals(clause).Count > 0 || IsOfRival(clause) ? 0 : 1;
        return
            passage.Has(clause, CueClass.Pronoun)
            || (need == EventNeed.Traffic && passage.SentenceOf(clause).Any(HasTraffic))
            ? 1
            : 0;
    }

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
            .Any(hit => hit.Is(CueClass.In) && (hit.Last == place.First - 1 || hit.First == place.Last + 1));

    private bool HasTraffic(Clause clause) =>
        passage.Has(clause, CueClass.Trade)
        || passage.Has(clause, CueClass.Trucks)
        || passage.Has(clause, CueClass.People)
        || passage.Has(clause, CueClass.Everyone);

    private bool IsPartly(Clause clause, EventCues cues) =>
        passage.Has(clause, CueClass.Partly)
        || passage.Has(clause, CueClass.OneWay)
        || (cues.Change == Change.Reopening && passage.Has(clause, CueClass.Only));

    /// <summary>The line begins as an update ("UPDATE 5 p.m.: …").</summary>
    private bool IsUpdate(Clause clause) =>
        !clause.InTitle
        && passage.SentenceOf(clause)[0] is var lead
        && passage.Between(lead.First, lead.First + 2).Any(hit => hit.Is(CueClass.Update));

    private bool Says(int sentence, CueClass cueClass) => passage.InSentence(sentence).Any(hit => hit.Is(cueClass));

    /// <summary>
    /// Who acted: the country whose side is named ("on the Afghan side"), the one after "by", or the one that opens the clause
    /// before the event and does not merely name the border ("Pakistan closed …", not "the Afghan border was closed").
    /// </summary>
    private string? ActingSide(CueHit happening, Clause clause)
    {
        var hits = passage.In(clause).ToList();
        var countries = hits.FindAll(hit => hit.Cue.Kind == CueKind.Country);
        if (
            countries.Find(c => hits.Exists(h => h.Is(CueClass.Side) && h.First > c.Last && h.First <= c.Last + 2)) is
            { Cue: not null } sided
        )
            return sided.Cue.Name;
        if (
            countries.Find(c => hits.Exists(h => h.Is(CueClass.By) && h.Last == c.First - 1)) is { Cue: not null } named
        )
            return named.Cue.Name;
        if (countries.Count == 0 || countries[0].First > happening.First)
            return null;
        var first = countries[0];
        var nounBefore =
            hits.Exists(h => h.Is(CueClass.Border) && h.First < first.First)
            || passage.PlacesIn(clause).Any(p => p.First < first.First);
        var namesBorder = hits.Exists(h =>
            h.Is(CueClass.Border) && h.First > first.Last && h.First <= first.Last + 2 && h.First < happening.First
        );
        return nounBefore || namesBorder ? null : first.Cue.Name;
    }

    private bool IsMasked(CueHit happening) =>
        passage
            .Around(happening.First)
            .Any(hit => hit.Is(CueClass.Idiom) && hit.First <= happening.Last && hit.Last >= happening.First);
}

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
    private const int ExceptedWithin = 3;

    private readonly RelevanceReader relevance = new(passage);
    private readonly ThemeReader themes = new(passage);
    private readonly ScopeReader scopes = new(passage);
    private readonly ActorReader actors = new(passage);
    private readonly EventTiming timing = new(passage, times);
    private readonly RestReader rests = new(passage);
    private readonly List<Finding> flows = [];

    public List<Finding> Read()
    {
        var findings = new List<Finding>();
        foreach (var happening in passage.Hits.Where(hit => hit.Cue.Kind == CueKind.Event))
            if (!IsMasked(happening) && !IsOutdone(happening))
                Read(happening, findings);
        foreach (var clause in passage.Clauses)
            if (passage.Has(clause, CueClass.Likewise))
                Repeat(clause, findings);
        findings.RemoveAll(finding => finding.Rules[0] == PlaceFinder.Elsewhere && IsToldOfOthers(finding, findings));
        AddFlows(findings);
        AddExcepted(findings);
        return findings;
    }

    /// <summary>A headline without a place is about what the text tells the same of.</summary>
    private static bool IsToldOfOthers(Finding title, List<Finding> findings) =>
        findings.Exists(f => !f.Clause.InTitle && f.Change == title.Change && f.Crossing != title.Crossing)
        && !findings.Exists(f => !f.Clause.InTitle && f.Change == title.Change && f.Crossing == title.Crossing);

    /// <summary>"Poland reopened its border with Belarus. Cars are cleared at Terespol": what passes where the whole border opened.</summary>
    private void AddFlows(List<Finding> findings)
    {
        foreach (var flow in flows)
            if (
                !findings.Exists(f => f.Crossing == flow.Crossing)
                && findings.Exists(f =>
                    f is { Change: Change.Reopening, Stance: Stance.Asserted, Weight: > 0 }
                    && f.Clause.First < flow.Clause.First
                    && f.IsOfBorder
                    && pairOf(f.Crossing) == pairOf(flow.Crossing)
                )
            )
                findings.Add(flow);
    }

    /// <summary>"All crossings with Iran will be closed. Exempt from this are Parvizkhan and Bashmaq": these go on as before.</summary>
    private void AddExcepted(List<Finding> findings)
    {
        var wide = findings.FindAll(f =>
            f is { IsOfBorder: true, Worse: true, Stance: Stance.Asserted or Stance.Planned, Weight: > 0 }
        );
        foreach (var place in passage.Places)
            if (
                wide.Find(f => pairOf(f.Crossing) == pairOf(place.Place.Id) && Follows(place, f)) is { } closure
                && places.IsExcepted(place)
                && !findings.Exists(f => f.Crossing == place.Place.Id && f.Stance is Stance.Asserted or Stance.Planned)
            )
                findings.Add(
                    new Finding
                    {
                        Crossing = place.Place.Id,
                        Change = Change.None,
                        Stance = Stance.Asserted,
                        Event = closure.Event,
                        Clause = passage.ClauseAt(place.First),
                        IsUsual = true,
                        Rules = ["excepted"],
                    }
                );

        bool Follows(Mentioned place, Finding closure) =>
            passage.ClauseAt(place.First).Sentence - closure.Clause.Sentence is >= 0 and <= ExceptedWithin;
    }

    private void Read(CueHit happening, List<Finding> findings)
    {
        var cues = happening.Cue.Event!;
        var clause = passage.ClauseAt(happening.First);
        var weight = relevance.Of(happening, clause, cues.Needs);
        if (
            weight == 0
            || IsAttribute(happening, clause)
            || themes.HasForeignObject(happening, clause)
            || themes.HasCountedTravellers(happening, clause)
            || themes.HasSingleSubject(happening, clause)
        )
            return;
        var (crossings, placeRule) = places.Find(happening, clause);
        if (crossings.Count == 0)
            return;

        var finding = FindingOf(happening, clause, crossings) with { Weight = weight };
        if (finding.Rules is [StanceReader.MereNoun])
            finding = finding with { Weight = 0 };
        var read = finding.Rules is [StanceReader.Flows] ? flows : findings;
        foreach (var told in IsPutOff(finding) ? [finding, PutOff(finding)] : new[] { finding })
        foreach (var crossing in crossings)
            read.Add(
                Narrowed(told, crossing) with
                {
                    Crossing = crossing,
                    Direction = DirectionOf(told, crossing),
                    Rules = [placeRule, .. told.Rules],
                }
            );
    }

    /// <summary>"The reopening set for Tuesday was put off"; put off to a day that is given, it is a plan.</summary>
    private bool IsPutOff(Finding finding) =>
        passage.Has(finding.Clause, CueClass.Postponed)
        && finding.Event.Cue.Event!.Form is EventForm.NotYet or EventForm.Noun or EventForm.Infinitive
        && finding is not { Stance: Stance.Planned, When.Day: not null };

    /// <summary>What was announced is withdrawn.</summary>
    private static Finding PutOff(Finding finding) =>
        finding with
        {
            Stance = Stance.Denied,
            Change = finding.IsNotYet ? Change.Reopening : finding.Change,
            IsNotYet = false,
            Ongoing = false,
            Rules = ["put-off"],
        };

    /// <summary>Of several crossings that opened, one may have opened for one class only.</summary>
    private Finding Narrowed(Finding finding, string crossing) =>
        finding
            is {
                Change: Change.Reopening,
                Scope: Scope.NotSaid or Scope.All,
                Stance: Stance.Asserted or Stance.Planned
            }
        && rests.OnlyClassFor(finding.Clause, crossing) is var only and not Scope.NotSaid
            ? finding with
            {
                Scope = only,
                IsForOneClass = true,
            }
            : finding;

    /// <summary>What a clause says, but for the crossing, its direction and how near it stands.</summary>
    private Finding FindingOf(CueHit happening, Clause clause, IReadOnlyList<string> crossings)
    {
        var cues = happening.Cue.Event!;
        var (when, until) = timing.Of(happening, clause);
        var (stance, change, ongoing, rule) = stances.Read(happening, clause, when);
        if (until.Day < times.Today && stance == Stance.Asserted)
            (stance, rule) = (Stance.Past, "ended"); // "closed until 15 February", read in May
        if (change == Change.Reopening && when.Hour is not null && passage.Has(clause, CueClass.Only))
            change = Change.Restriction; // "opens from 8 a.m. to 4 p.m. only"
        var rest = rests.Of(clause, crossings, opens: change == Change.Reopening);
        var scope = ScopeBeside(rest, scopes.ScopeOf(happening, clause), change);
        if (change == Change.Closure && (scope is Scope.All or Scope.NotSaid) && scopes.ExceptsCargo(happening, clause))
            scope = Scope.People;
        var onlyOthers = scopes.OnlyOthersPass(happening, clause) || rule == StanceReader.OnlyFlows;
        if (cues.Form == EventForm.Usual && stance == Stance.Asserted && scopes.IsOpenForOnly(happening, clause))
            (change, scope, onlyOthers) = passage.Has(clause, CueClass.Circle)
                ? (Change.Restriction, Scope.People, false)
                : (Change.Restriction, scope, true);
        if (onlyOthers)
            scope = passage.Has(clause, CueClass.Circle) || scope == Scope.Trade ? Scope.People : Scope.Trade;
        var usual = cues.Form == EventForm.Usual && change != Change.Restriction;
        return new Finding
        {
            OnlyOthersPass = onlyOthers,
            Crossing = "",
            Change = usual ? Change.None : change,
            Stance = stance,
            Event = happening,
            Clause = clause,
            IsState = cues.Form is EventForm.State,
            SaysSince = BackgroundReader.Renewing.Any(cueClass => passage.Has(clause, cueClass)),
            IsUpdate = IsUpdate(clause),
            IsNotYet = rule is "not-yet" or "not-opened",
            IsUsual = usual,
            Ongoing = ongoing,
            Scope = scope,
            Trucks = passage.Has(clause, CueClass.Trucks) || rest.Trucks,
            NothingFlows = rule == "does-not-flow",
            Partly =
                IsPartly(clause, change, when) || ((rest.Trickle || rest.OtherWay) && cues.Change == Change.Closure),
            SomeGoods = change == Change.Reopening && IsForSomeGoods(clause),
            Exception = cues.Exception || (change == Change.Reopening && passage.Has(clause, CueClass.Circle)),
            RestUnaffected = rest.Unaffected,
            IsForOneClass = rest.OthersWait,
            ActingSide = actors.SideOf(happening, clause),
            When = when,
            Until = until,
            Hearsay = passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Hearsay)),
            Rules = [rule],
        };
    }

    /// <summary>What is said of the rest tells what a closure is of: "not one vehicle has passed; pedestrians come and go".</summary>
    private static Scope ScopeBeside(Rest rest, Scope own, Change change) =>
        own == Scope.NotSaid
        || (own == Scope.All && change != Change.Reopening && rest is { Unaffected: true, Scope: Scope.Trade })
            ? rest.Scope
            : own;

    /// <summary>"No lorry could cross into Afghanistan" tells where the road leads, not that the other way is open.</summary>
    private Direction? DirectionOf(Finding finding, string crossing) =>
        finding.NothingFlows && !passage.Has(finding.Clause, CueClass.OneWay)
            ? null
            : scopes.DirectionOf(finding.Event, finding.Clause, pairOf(crossing));

    /// <summary>
    /// "Torkham is sealed, and so are Kharlachi and Ghulam Khan"; "Poland will shut its crossings. Terespol and Kukuryki are
    /// affected": what was said last, of other places.
    /// </summary>
    private void Repeat(Clause clause, List<Finding> findings)
    {
        var last = findings.FindLast(f =>
            f.Clause.First < clause.First
            && clause.Sentence - f.Clause.Sentence <= LikewiseWithin
            && f is { Weight: > 0, IsUsual: false }
        );
        if (
            last is null
            || passage.OpensWith(clause, CueClass.Setting)
            || passage.In(clause).Any(hit => hit.Cue.Event is { Form: not EventForm.Flow })
        )
            return;
        var named = passage.Places.Where(place =>
            (place.First >= clause.First || last.Clause.Sentence != clause.Sentence)
            && passage.ClauseAt(place.First).Sentence == clause.Sentence
        );
        foreach (var id in named.Select(place => place.Place.Id).Distinct(StringComparer.Ordinal).ToList())
            if (
                !findings.Exists(f =>
                    f.Crossing == id
                    && f.Clause.Sentence >= last.Clause.Sentence
                    && f.Clause.Sentence <= clause.Sentence
                )
            )
                findings.Add(last with { Crossing = id, Rules = [.. last.Rules, "likewise"] });
    }

    /// <summary>"the lanes of the closed stations", "drivers stand before closed barriers": names them by their state, and tells nothing.</summary>
    private bool IsAttribute(CueHit happening, Clause clause) =>
        !clause.InTitle
        && happening.Cue.Event!.Form is EventForm.Done or EventForm.State
        && happening.First == happening.Last
        && happening.Last + 1 < clause.End
        && passage.Tokens[happening.Last + 1].IsWordLike
        && !passage.PlacesIn(clause).Any()
        && IsQualified(
            passage.Between(happening.First - 1, happening.First),
            passage.Between(happening.Last + 1, happening.Last + 2)
        );

    private static bool IsQualified(ArraySegment<CueHit> before, ArraySegment<CueHit> after) =>
        before.Any(hit => hit.Is(CueClass.Determiner))
            ? !after.Any(hit => hit.Is(CueClass.Preposition))
            : before.Any(hit => hit.Is(CueClass.Preposition)) && after.Any(hit => hit.Is(CueClass.Border));

    private bool IsPartly(Clause clause, Change change, Moment when) =>
        passage.Has(clause, CueClass.Partly)
        || passage.Has(clause, CueClass.OneWay)
        || (
            change == Change.Reopening
                ? passage.Has(clause, CueClass.Only) || IsForSomeGoods(clause) // "not one single lorry crosses" is no part
                : passage.Has(clause, CueClass.Goods)
                    || (passage.Has(clause, CueClass.Hours) && !passage.Has(clause, CueClass.Indefinitely)) // "from 8 a.m. until further notice"
                    || HasHoursOfEveryDay(clause, when)
        );

    /// <summary>"closed from 15:00 to 06:00 until further notice", not "on Sunday from 22:00 to 06:00".</summary>
    private bool HasHoursOfEveryDay(Clause clause, Moment when) =>
        (when.Day is null || passage.Has(clause, CueClass.Indefinitely))
        && Enumerable
            .Range(clause.First, clause.End - clause.First)
            .Count(i => passage.Tokens[i] is { Kind: TokenKind.Number } token && token.Text.Contains(':')) >= 2;

    /// <summary>"opened for onions", "only fruit may pass", not "lorries loaded with onions passed".</summary>
    private bool IsForSomeGoods(Clause clause) =>
        passage
            .In(clause)
            .Any(goods =>
                goods.Is(CueClass.Goods)
                && (
                    passage.Has(clause, CueClass.Only)
                    || passage
                        .Around(goods.First)
                        .Any(hit =>
                            hit.Is(CueClass.For) && (hit.Last == goods.First - 1 || hit.First == goods.Last + 1)
                        )
                )
            );

    /// <summary>The line begins as an update ("UPDATE 5 p.m.: …").</summary>
    private bool IsUpdate(Clause clause) =>
        !clause.InTitle
        && passage.SentenceOf(clause)[0] is var lead
        && passage.Between(lead.First, lead.First + 2).Any(hit => hit.Is(CueClass.Update));

    /// <summary>"was closed" inside "was closed to traffic for a while", "blocked" after "had": the other phrase tells what is meant.</summary>
    private bool IsOutdone(CueHit happening) =>
        passage
            .Around(happening.First)
            .Any(hit =>
                (
                    hit.Cue.Event is { Form: EventForm.Past }
                        && hit.Fixed > happening.Fixed
                        && hit.First <= happening.Last
                    || hit.Cue.Event is { Form: EventForm.Pluperfect } && hit.First < happening.First
                )
                && hit.Last >= happening.First
                && hit != happening
            );

    private bool IsMasked(CueHit happening) =>
        passage
            .Around(happening.First)
            .Any(hit => hit.Is(CueClass.Idiom) && hit.First <= happening.Last && hit.Last >= happening.First);
}

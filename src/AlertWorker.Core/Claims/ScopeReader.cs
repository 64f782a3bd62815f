namespace AlertWorker.Claims;

/// <summary>Reads what of the traffic an event is about, and in which direction.</summary>
internal sealed class ScopeReader(Passage passage)
{
    private const int NearFor = 5;
    private const int ExceptedWithin = 3;

    public Scope ScopeOf(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event!.Scope != Scope.NotSaid)
            return happening.Cue.Event.Scope;
        return Named(happening, clause) is var named and not Scope.NotSaid ? named
            : SubjectBefore(happening, clause) is { } subject ? Named(happening, subject)
            : Scope.NotSaid;
    }

    /// <summary>"Rwandan nationals, however, were not permitted to leave": the clause before holds the subject.</summary>
    private Clause? SubjectBefore(CueHit happening, Clause clause)
    {
        var before = passage.SentenceOf(clause).LastOrDefault(c => c.First < clause.First && c.End > c.First + 1);
        return
            happening.Cue.Event!.Needs != EventNeed.Traffic
            || before is null
            || passage.OpensWith(before, CueClass.Break)
            || passage.In(before).Any(hit => hit.Cue.Kind == CueKind.Event)
            || passage.In(clause).Any(hit => hit.Is(CueClass.Border))
            || passage.PlacesIn(clause).Any()
            ? null
            : before;
    }

    private Scope Named(CueHit happening, Clause clause)
    {
        bool trade = false,
            people = false;
        foreach (var hit in passage.In(clause))
        {
            if (hit.Is(CueClass.Everyone))
                return Scope.All;
            if (!Belongs(hit, happening, clause))
                continue;
            trade |= hit.Is(CueClass.Trade) || hit.Is(CueClass.Trucks);
            people |= hit.Is(CueClass.People);
        }

        return (trade, people) switch
        {
            (true, true) => Scope.All,
            (true, false) => Scope.Trade,
            (false, true) => Scope.People,
            _ => Scope.NotSaid,
        };
    }

    /// <summary>A restriction told by the class that alone may pass: "only cars are let through" holds up the cargo.</summary>
    public bool OnlyOthersPass(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Change == Change.Restriction
        && ScopeOf(happening, clause) is Scope.Trade or Scope.People
        && passage.Has(clause, CueClass.Only)
        && !passage.Has(clause, CueClass.Partly)
        && !passage.Has(clause, CueClass.Hours)
        && !passage.Has(clause, CueClass.Goods);

    /// <summary>"stays open for workers only", "stays open only for lorries": the others are barred.</summary>
    public bool IsOpenForOnly(CueHit happening, Clause clause) =>
        (passage.Has(clause, CueClass.Only) && ScopeOf(happening, clause) is Scope.Trade or Scope.People)
        || passage
            .In(clause)
            .Any(circle =>
                circle.Is(CueClass.Circle)
                && passage.Between(circle.First - 2, circle.Last + 3).Any(hit => hit.Is(CueClass.Only))
            );

    /// <summary>"closed to all except lorries", "TIR'lar dışında herkese kapatıldı": people are barred while cargo passes (domain.md §3).</summary>
    public bool ExceptsCargo(CueHit happening, Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(except =>
                except.Is(CueClass.Except)
                && !passage.HasEvent(happening.Last + 1, except.First)
                && !passage.Around(except.First).Any(hit => hit.Is(CueClass.Goods) || hit.Is(CueClass.Circle))
                && (
                    passage
                        .Between(except.Last + 1, except.Last + 1 + ExceptedWithin)
                        .Any(hit => IsCargo(hit) && EndsPhrase(hit)) // "except for goods of first need"
                    || (
                        passage
                            .Between(except.First - ExceptedWithin, except.First)
                            .Any(hit => IsCargo(hit) && hit.Last >= except.First - 2)
                        && passage.Between(except.Last + 1, happening.First).Any(hit => hit.Is(CueClass.Everyone))
                    )
                )
            );

    private bool EndsPhrase(CueHit hit) =>
        hit.Last + 1 >= passage.Tokens.Count
        || !passage.Tokens[hit.Last + 1].IsWordLike
        || passage
            .Between(hit.Last + 1, hit.Last + 2)
            .Any(next => next.Is(CueClass.Since) || next.Is(CueClass.Until) || next.Is(CueClass.Indefinitely));

    private static bool IsCargo(CueHit hit) => hit.Is(CueClass.Trade) || hit.Is(CueClass.Trucks);

    /// <summary>The one way meant, when a direction is said and a country follows it.</summary>
    public Direction? DirectionOf(CueHit happening, Clause clause, string crossingPair)
    {
        if (crossingPair.Split('-') is not [var one, var other])
            return null;
        var oneWay = passage.Has(clause, CueClass.OneWay) || passage.Has(clause, CueClass.Only);
        if (!oneWay && happening.Cue.Event!.Needs != EventNeed.Traffic)
            return null; // "the crossing into Afghanistan" names the gate, not a direction
        foreach (var into in passage.In(clause).Where(hit => hit.Is(CueClass.Into) && !NamesBorder(hit, happening)))
        foreach (var hit in passage.In(clause))
            if (hit.Cue.Kind == CueKind.Country && hit.First > into.Last && hit.First <= into.Last + 3)
                return hit.Cue.Name == one ? new Direction(other, one)
                    : hit.Cue.Name == other ? new Direction(one, other)
                    : null;
        return null;
    }

    /// <summary>"the crossing into Afghanistan", told before the event.</summary>
    private bool NamesBorder(CueHit into, CueHit happening) =>
        into.First < happening.First
        && (
            passage.Between(into.First - 2, into.First).Any(hit => hit.Is(CueClass.Border))
            || passage.Places.Any(place => place.Last < into.First && place.Last >= into.First - 2)
        );

    /// <summary>"Passenger traffic through the checkpoint has been stopped": what opens the clause before the border is named.</summary>
    private bool IsSubject(CueHit traffic, CueHit happening, Clause clause) =>
        !clause.InTitle
        && traffic.First <= clause.First + 1
        && passage.In(clause).FirstOrDefault(hit => hit.Is(CueClass.Border)) is { Cue: not null } border
        && traffic.Last < border.First
        && border.Last < happening.First;

    /// <summary>
    /// Traffic words belong to an event that speaks of traffic ("trade was suspended"); to a gate that opens or closes they
    /// belong only through a "for" ("closed for trucks", "د لاریو پر مخ تړلې").
    /// </summary>
    private bool Belongs(CueHit traffic, CueHit happening, Clause clause) =>
        !(traffic.Is(CueClass.People) && IsBlockade(happening))
        && (
            happening.Cue.Event!.Needs == EventNeed.Traffic
            || (traffic.First <= happening.Last && traffic.Last >= happening.First - 2)
            || IsSubject(traffic, happening, clause)
            || passage
                .In(clause)
                .Any(hit =>
                    hit.Is(CueClass.For)
                    && Math.Min(Math.Abs(hit.First - traffic.Last), Math.Abs(traffic.First - hit.Last)) <= NearFor
                )
        );

    /// <summary>"a blockade of migrants": they hold up others.</summary>
    private bool IsBlockade(CueHit happening) =>
        passage
            .Around(happening.First)
            .Any(hit => hit.Cue is { Kind: CueKind.Cause, Name: "strike" } && happening.Covers(hit.First));
}

namespace AlertWorker.Claims;

/// <summary>Reads what the sentences after an event say of the rest of the traffic: it goes on, or a little is let through.</summary>
internal sealed class RestReader(Passage passage)
{
    private const int FollowingSentences = 3;

    /// <summary>What is said of the rest.</summary>
    /// <param name="clause">The clause of the event.</param>
    /// <param name="crossings">The crossings it is about; a sentence that names another one ends the search.</param>
    /// <param name="opens">The event is an opening: how freely its own traffic flows says nothing of other traffic.</param>
    public Rest Of(Clause clause, IReadOnlyList<string> crossings, bool opens)
    {
        var (unaffected, trucks, otherWay, trickle, waits) = (false, false, false, false, false);
        var scope = Scope.NotSaid;
        for (var sentence = clause.Sentence; sentence <= clause.Sentence + FollowingSentences; sentence++)
        {
            if (sentence > clause.Sentence && NamesOther(sentence, crossings))
                break;
            foreach (var part in passage.ClausesOf(sentence))
            {
                if (part.First > clause.First && NamesOther(part, crossings))
                    break; // "no lorry has passed, while Torkham works, as usual"
                trickle |= passage.Has(part, CueClass.Trickle);
                waits |=
                    opens
                    && part != clause
                    && ClassIn(part) is not Scope.NotSaid and var other
                    && other != ClassIn(clause)
                    && Waits(part);
                otherWay |=
                    part != clause
                    && GoesOn(part)
                    && (passage.Has(part, CueClass.OneWay) || (NamesCargo(part) && NamesCargo(clause)));
                if (!opens && HoldsUpOnly(part))
                    (unaffected, trucks, scope) = (true, passage.Has(part, CueClass.Trucks), ClassIn(part));
                else if (
                    passage.Has(part, CueClass.Unaffected)
                    && !(opens && (part == clause || passage.Has(part, CueClass.Only)))
                )
                    (unaffected, scope) = (true, scope == Scope.NotSaid ? OtherThan(ClassIn(part)) : scope);
            }
        }

        return new Rest(unaffected, scope, trucks, otherWay, trickle, waits);
    }

    /// <summary>
    /// "A and B have opened, B only for cars", "… At A cars and lorries pass, at B cars": the one class for which a crossing is said
    /// to have opened, not said when there is none.
    /// </summary>
    public Scope OnlyClassFor(Clause clause, string crossing)
    {
        for (var sentence = clause.Sentence; sentence <= clause.Sentence + 1; sentence++)
            foreach (var part in passage.ClausesOf(sentence))
                if (
                    part.First > clause.First
                    && ClassIn(part) is var only and not Scope.NotSaid
                    && !passage.In(part).Any(hit => TellsMore(hit, part))
                    && !passage.Has(part, CueClass.Negation)
                    && (
                        NamesOnly(part, crossing)
                            ? passage.Has(part, CueClass.Only) || passage.Has(part, CueClass.For)
                            : part.First == clause.End
                                && sentence == clause.Sentence
                                && !passage.PlacesIn(part).Any()
                                && passage.Has(part, CueClass.Only)
                    )
                )
                    return only;
        return Scope.NotSaid;
    }

    /// <summary>A clause with an event of its own does not go on with another's; "B admits cars only" does.</summary>
    private bool TellsMore(CueHit hit, Clause part) =>
        hit.Cue.Event is { } told && (told.Form != EventForm.Flow || !passage.Has(part, CueClass.Only));

    /// <summary>"People on foot may not pass yet", "he hoped that people could cross later": not let through so far.</summary>
    private bool Waits(Clause clause) =>
        passage
            .In(clause)
            .Any(hit =>
                hit.Cue.Event is { } told
                && (
                    told.Form is EventForm.NotYet
                    || (told.Form == EventForm.Remains && told.Change == Change.Closure)
                    || told.Change == Change.Reopening
                        && (
                            told.Form is EventForm.Plan
                            || passage.Has(clause, CueClass.Negation)
                            || passage.Has(clause, CueClass.Supposed)
                            || passage.Has(clause, CueClass.Asked)
                            || passage.Has(clause, CueClass.Plan)
                        )
                )
            );

    private bool NamesOnly(Clause clause, string crossing) =>
        passage.PlacesIn(clause).Any() && passage.PlacesIn(clause).All(place => place.Place.Id == crossing);

    private bool GoesOn(Clause clause) =>
        passage.Has(clause, CueClass.Unaffected)
        || passage
            .In(clause)
            .Any(hit =>
                hit.Cue.Event is { Form: EventForm.Usual } or { Form: EventForm.State, Change: Change.Reopening } // "the other direction is open"
            );

    /// <summary>"Exports are stopped, imports go on": where cargo stops and cargo goes on, it is one part or one way.</summary>
    private bool NamesCargo(Clause clause) =>
        passage.Has(clause, CueClass.Trade) || passage.Has(clause, CueClass.Trucks);

    /// <summary>"The limits are only for lorries", "only cars are not let in": nothing else is held up.</summary>
    private bool HoldsUpOnly(Clause clause) =>
        passage.Has(clause, CueClass.Only)
        && ClassIn(clause) != Scope.NotSaid
        && (
            passage.Has(clause, CueClass.Unaffected)
            || passage.Has(clause, CueClass.Negation)
            || passage.In(clause).Any(hit => hit.Cue.Event is { Change: Change.Closure })
        );

    private bool NamesOther(int sentence, IReadOnlyList<string> crossings) =>
        passage.Places.Any(place =>
            passage.ClauseAt(place.First).Sentence == sentence
            && !crossings.Contains(place.Place.Id, StringComparer.Ordinal)
        );

    private bool NamesOther(Clause clause, IReadOnlyList<string> crossings) =>
        passage.PlacesIn(clause).Any(place => !crossings.Contains(place.Place.Id, StringComparer.Ordinal));

    /// <summary>The one class of traffic a clause names.</summary>
    private Scope ClassIn(Clause clause) =>
        (passage.Has(clause, CueClass.People), NamesCargo(clause)) switch
        {
            (true, false) => Scope.People,
            (false, true) => Scope.Trade,
            _ => Scope.NotSaid,
        };

    /// <summary>"Cars and buses go freely": then it is cargo that does not.</summary>
    private static Scope OtherThan(Scope scope) =>
        scope switch
        {
            Scope.People => Scope.Trade,
            Scope.Trade => Scope.People,
            _ => Scope.NotSaid,
        };
}

namespace AlertWorker.Claims;

/// <summary>Reads what the sentences after an event say of the rest of the traffic: it goes on, or a little is let through.</summary>
internal sealed class RestReader(Passage passage)
{
    private const int FollowingSentences = 3;

    /// <summary>What is said of the rest.</summary>
    /// <param name="clause">The clause of the event.</param>
    /// <param name="crossings">The crossings it is about; a sentence that names another one ends the search.</param>
    public Rest Of(Clause clause, IReadOnlyList<string> crossings)
    {
        Clause? unaffected = null;
        var trickle = false;
        for (var sentence = clause.Sentence; sentence <= clause.Sentence + FollowingSentences; sentence++)
        {
            var hits = passage.InSentence(sentence);
            if (sentence > clause.Sentence && hits.Count > 0 && NamesOther(sentence, crossings))
                break;
            foreach (var hit in hits)
            {
                trickle |= hit.Is(CueClass.Trickle);
                if (hit.Is(CueClass.Unaffected))
                    unaffected ??= passage.ClauseAt(hit.First);
            }
        }

        return new Rest(unaffected is not null, ScopeBeside(unaffected), trickle);
    }

    private bool NamesOther(int sentence, IReadOnlyList<string> crossings) =>
        passage.Places.Any(place =>
            passage.ClauseAt(place.First).Sentence == sentence
            && !crossings.Contains(place.Place.Id, StringComparer.Ordinal)
        );

    /// <summary>"Cars and buses go freely": then it is cargo that does not.</summary>
    private Scope ScopeBeside(Clause? unaffected)
    {
        if (unaffected is null)
            return Scope.NotSaid;
        var people = passage.Has(unaffected, CueClass.People);
        var cargo = passage.Has(unaffected, CueClass.Trade) || passage.Has(unaffected, CueClass.Trucks);
        return (people, cargo) switch
        {
            (true, false) => Scope.Trade,
            (false, true) => Scope.People,
            _ => Scope.NotSaid,
        };
    }
}

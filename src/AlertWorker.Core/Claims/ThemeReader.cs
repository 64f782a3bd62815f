namespace AlertWorker.Claims;

/// <summary>
/// Tells what an event is done to. Where a language puts the object after the verb and opens it with a small word, an object
/// without anything of a border or its traffic shows that no crossing is meant: "opened a new market", "stopped a woman at
/// the crossing", "turned back 92 vehicles".
/// </summary>
internal sealed class ThemeReader(Passage passage)
{
    private const int LongestObject = 7;
    private const int NearVerb = 5;
    private const int NearCount = 2;

    /// <summary>The verb has an object of its own, which is no border, no traffic and no time.</summary>
    public bool HasForeignObject(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event!.Form is not (EventForm.Done or EventForm.Plan or EventForm.Infinitive))
            return false;
        var first = happening.Last + 1;
        var opening = passage.Between(first, first + 1);
        var counted =
            happening.Cue.Event.Change != Change.Restriction // "limited to 50 lorries a day"
            && (IsNumber(first, clause) || (opening.Count == 0 && IsNumber(first + 1, clause))); // "seized already 71 packets"
        if (!counted && !Has(opening, CueClass.Determiner))
            return false;
        var end = EndOf(first, clause);
        var hits = passage.Between(first, end);
        if (IsTime(hits))
            return false;
        var ofBorder =
            passage.Places.Any(place => place.First >= first && place.First < end)
            || hits.Any(hit =>
                hit.Cue.Kind is CueKind.Country or CueKind.Event || IsAny(hit, CueClass.Border, CueClass.AllBorders)
            )
            || Has(hits, CueClass.Side)
            || Has(hits, CueClass.Pronoun);
        return !ofBorder && (counted || Has(opening, CueClass.Indefinite) || !HasTraffic(hits));
    }

    /// <summary>
    /// "6,432 people were turned back for want of papers": how many single travellers were refused tells of the checks, not of a
    /// closure.
    /// </summary>
    public bool HasCountedTravellers(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event is not { Form: EventForm.Done, Needs: EventNeed.Traffic, Change: Change.Closure })
            return false;
        var people = passage.Between(clause.First, happening.First).LastOrDefault(hit => hit.Is(CueClass.People));
        return people.Cue is not null
            && happening.First - people.Last <= NearVerb
            && Enumerable
                .Range(
                    Math.Max(clause.First, people.First - NearCount),
                    Math.Min(NearCount, people.First - clause.First)
                )
                .Any(i => passage.Tokens[i].Kind == TokenKind.Number);
    }

    /// <summary>"An empty trailer was stopped": one vehicle or traveller, whatever became of it, is no traffic.</summary>
    public bool HasSingleSubject(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event is not { Form: EventForm.Done, Needs: EventNeed.Traffic, Change: Change.Closure })
            return false;
        var traffic = passage
            .Between(clause.First, happening.First)
            .LastOrDefault(hit => IsAny(hit, CueClass.People, CueClass.Trucks));
        return traffic.Cue is not null
            && happening.First - traffic.Last <= NearVerb
            && Has(passage.Between(traffic.First - NearCount, traffic.First), CueClass.Indefinite);
    }

    /// <summary>The object reaches up to a preposition, another verb or the end of the clause; "of" goes on with it.</summary>
    private int EndOf(int first, Clause clause)
    {
        var limit = Math.Min(clause.End, first + LongestObject);
        foreach (var hit in passage.Between(first + 1, limit))
            if (IsAny(hit, CueClass.Preposition, CueClass.Says))
                return hit.First;
        return limit;
    }

    /// <summary>"closed the whole day", "opened a week ago": when, not what.</summary>
    private static bool IsTime(ArraySegment<CueHit> hits) =>
        hits.Any(hit =>
            hit.Cue.Kind is CueKind.Weekday or CueKind.Month or CueKind.SolarMonth
            || IsAny(hit, CueClass.Day, CueClass.Hour, CueClass.LongSpan, CueClass.Morning, CueClass.Evening)
        );

    private bool IsNumber(int token, Clause clause) =>
        token < clause.End && passage.Tokens[token].Kind == TokenKind.Number;

    private static bool HasTraffic(ArraySegment<CueHit> hits) =>
        hits.Any(hit =>
            IsAny(hit, CueClass.Trade, CueClass.Trucks, CueClass.People, CueClass.Everyone, CueClass.Circle)
        );

    private static bool Has(ArraySegment<CueHit> hits, CueClass cueClass) => hits.Any(hit => hit.Is(cueClass));

    private static bool IsAny(CueHit hit, params ReadOnlySpan<CueClass> classes) =>
        hit.Cue.Kind == CueKind.Class && classes.Contains(hit.Cue.Class);
}

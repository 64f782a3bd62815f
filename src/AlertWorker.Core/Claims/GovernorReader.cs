namespace AlertWorker.Claims;

/// <summary>Reads what governs an event: negations, denials, conditions, demands and plans that reach it.</summary>
internal sealed class GovernorReader(Passage passage, TimeReader times)
{
    private const int NearWords = 4;
    private const int NearNegation = 3;
    private const int FlowNegation = 9;

    public bool Denied(CueHit happening, Clause clause) =>
        Governed(clause, CueClass.Denied)
        || passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Is(CueClass.Denied)
                && (
                    passage.ClauseAt(hit.First) == clause
                    || (hit.First < happening.First && happening.Cue.Event!.Form == EventForm.Noun)
                )
            );

    /// <summary>The clause is the object of a verb in the one before it: "rechazó | que el paso esté cerrado".</summary>
    public bool Governed(Clause clause, CueClass verb)
    {
        if (!passage.Between(clause.First, clause.First + 2).Any(hit => hit.Is(CueClass.That)))
            return false;
        var sentence = passage.SentenceOf(clause);
        var before = sentence.LastOrDefault(c => c.First < clause.First);
        return before is not null
            && passage.In(before).Any(hit => hit.Is(verb) && !IsOfUnnamed(hit))
            && !passage.In(before).Any(hit => hit.Cue.Kind == CueKind.Event);
    }

    /// <summary>
    /// A negation close before the event or right after it. Where traffic flows it may stand with the traffic: "not a single one
    /// of the lorries … has been cleared".
    /// </summary>
    public bool Negated(CueHit happening, Clause clause)
    {
        var cues = happening.Cue.Event!;
        var reach = cues is { Needs: EventNeed.Traffic, Change: Change.Reopening } ? FlowNegation : NearNegation;
        return OnNoDay(clause)
            || passage
                .In(clause)
                .Any(hit =>
                    hit.Is(CueClass.Negation)
                    && !IsOfUnnamed(hit)
                    && (
                        (hit.Last < happening.First && hit.Last >= happening.First - reach)
                        || (hit.First > happening.Last && hit.First <= happening.Last + 1)
                        || (cues.Form == EventForm.Flow && happening.Covers(hit.First)) // "let no vehicle pass"
                    )
                );
    }

    /// <summary>"A hundred days without a day on which the gate was shut".</summary>
    private bool OnNoDay(Clause clause)
    {
        var before = passage.SentenceOf(clause).LastOrDefault(c => c.First < clause.First);
        if (before is null || !(passage.OpensWith(clause, CueClass.Break) || passage.OpensWith(clause, CueClass.That)))
            return false;
        var negation = passage.In(before).LastOrDefault(hit => hit.Is(CueClass.Negation));
        return negation.Cue is not null
            && passage
                .Between(negation.Last + 1, before.End)
                .Any(hit => hit.Is(CueClass.Day) || hit.Is(CueClass.LongSpan));
    }

    /// <summary>"Only pedestrians may cross", not "only 50 lorries crossed".</summary>
    public bool IsForOnly(CueHit happening, Clause clause) =>
        passage
            .In(clause)
            .Any(only =>
                only.Is(CueClass.Only)
                && !passage.Between(only.Last + 1, only.Last + 3).Any(hit => hit.Cue.Kind == CueKind.Number)
                && (only.Last + 1 >= clause.End || passage.Tokens[only.Last + 1].Kind != TokenKind.Number)
                && passage
                    .Between(only.Last + 1, only.Last + NearWords)
                    .Any(hit =>
                        hit.Is(CueClass.People)
                        || hit.Is(CueClass.Trucks)
                        || hit.Is(CueClass.Trade)
                        || hit.Is(CueClass.Circle)
                    )
                && only.First < happening.First
            )
        && !passage.InSentence(clause.Sentence).Any(hit => hit.Cue.Kind == CueKind.Event && hit.First < clause.First); // "…, ending years in which only pedestrians could cross"

    public bool Before(CueHit happening, Clause clause, CueClass cueClass) =>
        passage.In(clause).Any(hit => hit.Is(cueClass) && hit.Last < happening.First);

    /// <summary>"may be opened", "debris can be removed": the word stands before the event or inside its phrase.</summary>
    public bool Supposes(CueHit happening, Clause clause) =>
        Before(happening, clause, CueClass.Supposed)
        || (
            happening.Cue.Event is { Form: EventForm.Done, Change: Change.Reopening } // of what is barred "may" permits
            && passage
                .Between(happening.First + 1, happening.Last)
                .Any(hit => hit.Is(CueClass.Supposed) && hit.Last <= happening.Last)
        );

    /// <summary>"The gate would close" is a supposition; "the minister said the gate would close" tells of a plan.</summary>
    public bool WouldUnsaid(CueHit happening, Clause clause) =>
        passage.In(clause).Any(hit => hit.Is(CueClass.Backshift) && hit.Last < happening.First && !IsReported(hit));

    private bool IsReported(CueHit would) =>
        passage
            .InSentence(passage.ClauseAt(would.First).Sentence)
            .Any(hit => hit.Last < would.First && (hit.Is(CueClass.Says) || hit.Is(CueClass.Decided)));

    public bool EndsAsQuestion(Clause clause) =>
        passage.SentenceOf(clause)[^1] is var last && passage.Tokens[Math.Max(0, last.End - 1)].Text == "?";

    /// <summary>"if …, the gate will close": the condition opens the sentence.</summary>
    public bool SupposedSentence(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Form is EventForm.Plan or EventForm.Noun or EventForm.Infinitive
        && passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Is(CueClass.Supposed)
                && (happening.Cue.Event.Form != EventForm.Flow || !happening.Covers(hit.First)) // "nobody may pass"
            );

    /// <summary>Demands, talks and hopes govern infinitives and nouns of the whole sentence.</summary>
    public bool Asked(CueHit happening, Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Is(CueClass.Asked)
                && (
                    happening.Cue.Event!.Form is EventForm.Noun or EventForm.Infinitive
                    || passage.ClauseAt(hit.First) == clause
                )
                && Math.Abs(hit.First - happening.First) <= 15
                && !IsOfUnnamed(hit)
            );

    /// <summary>"Drivers are asked not to stop": a demand, whatever it is for or against.</summary>
    public bool AskedOf(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Form is EventForm.Plan or EventForm.Noun or EventForm.Infinitive
        && Before(happening, clause, CueClass.Asked);

    /// <summary>"who asked not to be named" asks and denies nothing else.</summary>
    private bool IsOfUnnamed(CueHit asked) =>
        passage.Around(asked.First).Any(hit => hit.Is(CueClass.Unnamed) && hit.Covers(asked.First));

    public bool Planned(CueHit happening, Clause clause, EventCues cues) =>
        cues.Form is not (EventForm.Plan or EventForm.NotYet)
        && passage
            .In(clause)
            .Any(hit =>
                (hit.Is(CueClass.Plan) || (hit.Is(CueClass.Backshift) && IsReported(hit)))
                && hit.Last >= happening.First - NearWords
                && (
                    hit.Last < happening.First
                    || (cues.Form == EventForm.Flow && hit.Last <= happening.Last)
                    || (cues.Form == EventForm.Done && hit.Last < happening.Last) // "ruch zostanie przywrócony"
                )
            );

    /// <summary>"will close at noon and reopen on Friday", "will be closed and remain closed": the second verb shares the future of the first.</summary>
    public bool FollowsPlan(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Form is EventForm.Noun or EventForm.Infinitive or EventForm.Done or EventForm.Remains
        && passage.Between(clause.First, happening.First).LastOrDefault(hit => hit.Cue.Kind == CueKind.Event).Cue?.Event
            is { Form: EventForm.Plan } earlier
        && (earlier.Change != happening.Cue.Event.Change || happening.Cue.Event.Form == EventForm.Remains);

    /// <summary>"will remain closed until further notice", with no day given: what is to stay so is so.</summary>
    public bool StaysUntilFurtherNotice(Clause clause, EventCues cues) =>
        cues.Change == Change.Closure
        && (cues.Form == EventForm.Remains || passage.Has(clause, CueClass.Remains))
        && passage.Has(clause, CueClass.Indefinitely)
        && times.Read(clause.First, clause.End, future: true).Day is null;

    /// <summary>"will open only until noon with effect from today": in force already.</summary>
    public bool InForceToday(Clause clause, EventCues cues) =>
        cues.Change != Change.Reopening
        && passage
            .In(clause)
            .Any(today =>
                today.Is(CueClass.Today)
                && passage.Between(today.First - 2, today.First).Any(hit => hit.Is(CueClass.From))
            );
}

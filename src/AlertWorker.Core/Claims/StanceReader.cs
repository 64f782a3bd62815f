namespace AlertWorker.Claims;

/// <summary>
/// Decides how an event is meant: as fact, plan, supposition, demand, denial or background. Each rule has a name; the first that
/// applies decides. Cue, scope and terminator follow the idea of the ConText algorithm: a modifier works inside its clause.
/// </summary>
internal sealed class StanceReader(
    Passage passage,
    TimeReader times,
    DateTimeOffset published,
    TimeZoneInfo zone,
    bool dated
)
{
    /// <summary>The rule of traffic that passes: a statement only where the border is told to have opened.</summary>
    public const string Flows = "flows";

    /// <summary>The rule of a noun that nothing makes a fact.</summary>
    public const string MereNoun = "mere-noun";

    private const int NearWords = 4;
    private const int NearNegation = 3;
    private const int FlowNegation = 9;
    private const int ReportedWithin = 8;
    private const int OldReopening = 4;
    private const int OldClosure = 21;

    /// <summary>What an event is, with the rule that said so; a null change drops it.</summary>
    public (Stance Stance, Change Change, bool Ongoing, string Rule) Read(CueHit happening, Clause clause, Moment when)
    {
        var cues = happening.Cue.Event!;
        if (!dated)
            when = when.Relative ? when : when with { Day = null }; // nothing to compare a date with
        if (
            cues.Form == EventForm.Pluperfect
            && (Recent(when) || Reported(happening, clause))
            && !Denied(happening, clause)
            && !Governed(clause, CueClass.Supposed)
        )
            return Fact(clause, cues, when);
        if (cues.Form is EventForm.Past or EventForm.Pluperfect || InPast(clause, when, cues))
            return (Stance.Past, cues.Change, false, "past");
        if (cues.Form == EventForm.Done && OpensWith(clause, CueClass.Setting) && HasMainEvent(clause))
            return (Stance.Past, cues.Change, false, "setting");
        if (cues.Form == EventForm.Done && OpensWith(clause, CueClass.Backdrop) && FollowsContrary(happening, clause))
            return (Stance.Past, cues.Change, false, "backdrop");
        if (EndsAsQuestion(clause) && (!clause.InTitle || cues.Form is EventForm.Plan or EventForm.Infinitive))
            return (Stance.Supposed, cues.Change, false, "question");
        if (Denied(happening, clause))
            return (Stance.Denied, cues.Change, false, "denied");
        if (Negated(happening, clause) && cues.Form is not EventForm.NotYet)
            return !Planned(happening, clause, cues) ? Negation(clause, cues)
                : cues.Form == EventForm.Flow || cues.Change != Change.Reopening
                    ? (Stance.Planned, Change.Closure, false, "planned-not")
                : (Stance.Denied, cues.Change, false, "not-to-open");
        if (cues.Form == EventForm.Flow && !passage.Has(clause, CueClass.Again))
            return (Stance.Asserted, Change.Reopening, false, Flows);
        if (
            Before(happening, clause, CueClass.Supposed)
            || SupposedSentence(happening, clause)
            || Governed(clause, CueClass.Supposed)
        )
            return (Stance.Supposed, cues.Change, false, "supposed");
        var planned = cues.Form == EventForm.Plan || Planned(happening, clause, cues) || FollowsPlan(happening, clause);
        if (
            ((planned || cues.Form is EventForm.Noun or EventForm.Infinitive) && Asked(happening, clause))
            || Governed(clause, CueClass.Asked)
        )
            return (Stance.Asked, cues.Change, false, "asked");
        if (planned && StaysUntilFurtherNotice(clause, cues))
            return (Stance.Asserted, cues.Change, true, "until-further-notice");
        if (planned)
            return InForceToday(clause, cues) ? Fact(clause, cues, when) : Plan(cues, when);
        if (cues.Form == EventForm.NotYet)
            return (Stance.Asserted, Change.Closure, true, "not-yet");
        if (cues.Form is EventForm.Noun or EventForm.Infinitive)
            return Noun(happening, clause, cues, when);
        return Fact(clause, cues, when);
    }

    private (Stance, Change, bool, string) Fact(Clause clause, EventCues cues, Moment when)
    {
        if (when.Day is { } day && day > times.Today && cues.Form != EventForm.Remains)
            return (Stance.Planned, cues.Change, false, "dated-ahead");
        var age = when.Day is { } happened ? times.Today.DayNumber - happened.DayNumber : 0;
        if (cues.Change == Change.Reopening && age > OldReopening && cues.Form == EventForm.Done)
            return (Stance.Past, cues.Change, false, "reopened-long-ago");
        if (age > OldClosure && cues.Form == EventForm.Done && !passage.Has(clause, CueClass.Since))
            return (Stance.Past, cues.Change, false, "closed-long-ago");
        var ongoing =
            cues.Change != Change.Reopening
            && (
                cues.Form == EventForm.Remains
                || age > 1
                || passage.Has(clause, CueClass.Remains)
                || passage.Has(clause, CueClass.DayCount)
            );
        return (Stance.Asserted, cues.Change, ongoing, cues.Form == EventForm.State ? "state" : "fact");
    }

    /// <summary>A plan whose day has gone by at publication has happened ("from Jan. 4 will resume", printed on the 5th).</summary>
    private (Stance, Change, bool, string) Plan(EventCues cues, Moment when) =>
        when.Day is { } day && day < times.Today
            ? (Stance.Asserted, cues.Change, false, "planned-day-passed")
            : (Stance.Planned, cues.Change, false, "planned");

    /// <summary>"closure of the gate": a fact in a headline or when decided; an announced reopening stays a plan.</summary>
    private (Stance, Change, bool, string) Noun(CueHit happening, Clause clause, EventCues cues, Moment when)
    {
        var decided = passage
            .InSentence(clause.Sentence)
            .Any(hit => hit.Is(CueClass.Decided) && Math.Abs(hit.First - happening.First) <= 12);
        if (when.Day is { } day && day > times.Today)
            return (Stance.Planned, cues.Change, false, "dated-ahead");
        if (decided && cues.Change == Change.Reopening)
            return passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Today))
                ? (Stance.Asserted, cues.Change, false, "decided-from-today")
                : (Stance.Planned, cues.Change, false, "decided-to-open");
        if (passage.Has(clause, CueClass.Remains) || passage.Has(clause, CueClass.DayCount))
            return (Stance.Asserted, cues.Change, cues.Change != Change.Reopening, "continues");
        if (Before(happening, clause, CueClass.Backdrop))
            return (Stance.Past, cues.Change, false, MereNoun);
        if (clause.InTitle && cues.Form == EventForm.Infinitive && !decided)
            return (Stance.Planned, cues.Change, false, "headline-infinitive");
        if (decided || clause.InTitle || (clause.Sentence == 0 && clause.First == 0))
            return (Stance.Asserted, cues.Change, false, decided ? "decided" : "headline-noun");
        return (Stance.Past, cues.Change, false, MereNoun);
    }

    /// <summary>"not closed" denies; "not reopened" means still closed; "no lorry crossed" is a closure.</summary>
    private (Stance, Change, bool, string) Negation(Clause clause, EventCues cues) =>
        cues.Form == EventForm.Flow ? (Stance.Asserted, Change.Closure, Continues(clause), "does-not-flow")
        : cues.Change == Change.Reopening ? (Stance.Asserted, Change.Closure, true, "not-opened")
        : (Stance.Denied, cues.Change, false, "not-closed");

    private bool Continues(Clause clause) =>
        passage.Has(clause, CueClass.Remains) || passage.Has(clause, CueClass.DayCount);

    private bool InPast(Clause clause, Moment when, EventCues cues)
    {
        if (
            cues.Form is EventForm.NotYet or EventForm.Usual
            || (cues.Change != Change.Reopening && passage.Has(clause, CueClass.Since)) // "closed since 2021" lasts
        )
            return false;
        if (passage.Has(clause, CueClass.Past))
            return true;
        if (cues.Form == EventForm.Remains)
            return false; // "stay closed as they have been since March 2020"
        if (when.Year is { } year)
            return year != times.Today.Year && year != times.Today.AddMonths(-1).Year;
        return when.Day is { } day && (day.Year < times.Today.Year - 1 || times.Today.DayNumber - day.DayNumber > 300);
    }

    /// <summary>A pluperfect of today or yesterday ("had been sealed the previous evening") is news, not background.</summary>
    private bool Recent(Moment when) => when.Day is { } day && times.Today.DayNumber - day.DayNumber is 0 or 1;

    /// <summary>"announced that the crossing had been reopened": reported speech shifts a perfect back.</summary>
    private bool Reported(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause);
        return passage
                .Between(Math.Max(sentence[0].First, happening.First - ReportedWithin), happening.First)
                .Any(hit => hit.Is(CueClass.Says) && passage.ClauseAt(hit.First).Sentence == clause.Sentence)
            && !passage.Has(clause, CueClass.Past);
    }

    private bool Denied(CueHit happening, Clause clause) =>
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
    private bool Governed(Clause clause, CueClass verb)
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
    private bool Negated(CueHit happening, Clause clause)
    {
        var cues = happening.Cue.Event!;
        var reach = cues is { Needs: EventNeed.Traffic, Change: Change.Reopening } ? FlowNegation : NearNegation;
        return passage
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

    private bool Before(CueHit happening, Clause clause, CueClass cueClass) =>
        passage.In(clause).Any(hit => hit.Is(cueClass) && hit.Last < happening.First);

    private bool EndsAsQuestion(Clause clause) =>
        passage.SentenceOf(clause)[^1] is var last && passage.Tokens[Math.Max(0, last.End - 1)].Text == "?";

    private bool OpensWith(Clause clause, CueClass cueClass) =>
        passage.Between(clause.First, clause.First + 1).Any(hit => hit.Is(cueClass));

    /// <summary>"if …, the gate will close": the condition opens the sentence.</summary>
    private bool SupposedSentence(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Form is EventForm.Plan or EventForm.Noun or EventForm.Infinitive
        && passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Supposed));

    /// <summary>Demands, talks and hopes govern infinitives and nouns of the whole sentence.</summary>
    private bool Asked(CueHit happening, Clause clause) =>
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

    /// <summary>"who asked not to be named" asks and denies nothing else.</summary>
    private bool IsOfUnnamed(CueHit asked) =>
        passage.Around(asked.First).Any(hit => hit.Is(CueClass.Unnamed) && hit.Covers(asked.First));

    private bool Planned(CueHit happening, Clause clause, EventCues cues) =>
        cues.Form is not (EventForm.Plan or EventForm.NotYet)
        && passage
            .In(clause)
            .Any(hit =>
                hit.Is(CueClass.Plan)
                && hit.Last >= happening.First - NearWords
                && (
                    hit.Last < happening.First
                    || (cues.Form == EventForm.Flow && hit.Last <= happening.Last)
                    || (cues.Form == EventForm.Done && hit.Last < happening.Last) // "ruch zostanie przywrócony"
                )
            );

    /// <summary>"will close at noon and reopen on Friday": the second verb shares the future of the first.</summary>
    private bool FollowsPlan(CueHit happening, Clause clause) =>
        happening.Cue.Event!.Form is EventForm.Noun or EventForm.Infinitive or EventForm.Done
        && passage.Between(clause.First, happening.First).LastOrDefault(hit => hit.Cue.Kind == CueKind.Event).Cue?.Event
            is { Form: EventForm.Plan } earlier
        && earlier.Change != happening.Cue.Event!.Change;

    /// <summary>"will remain closed until further notice", with no day given: what is to stay so is so.</summary>
    private bool StaysUntilFurtherNotice(Clause clause, EventCues cues) =>
        cues.Change == Change.Closure
        && (cues.Form == EventForm.Remains || passage.Has(clause, CueClass.Remains))
        && passage.Has(clause, CueClass.Indefinitely)
        && times.Read(clause.First, clause.End, future: true).Day is null;

    /// <summary>"will open only until noon with effect from today": in force already.</summary>
    private bool InForceToday(Clause clause, EventCues cues) =>
        cues.Change != Change.Reopening
        && passage
            .In(clause)
            .Any(today =>
                today.Is(CueClass.Today)
                && passage.Between(today.First - 2, today.First).Any(hit => hit.Is(CueClass.From))
            );

    /// <summary>"Trucks cross again, a day after drivers downed tools": what went before the contrary that is told first.</summary>
    private bool FollowsContrary(CueHit happening, Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Last < clause.First
                && hit.Cue.Event is { Form: not (EventForm.Past or EventForm.Pluperfect) } other
                && other.Change == Change.Reopening != (happening.Cue.Event!.Change == Change.Reopening)
            );

    /// <summary>The sentence makes another statement, to which this clause is only the setting.</summary>
    private bool HasMainEvent(Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Cue.Event is { Form: not EventForm.Flow } && (hit.First < clause.First || hit.First >= clause.End)
            );

    /// <summary>The instant an announced change is due, as the contract writes it.</summary>
    public Schedule ScheduleOf(Moment when) =>
        when.At(zone) is not { } at ? Schedule.Future
        : when.Hour is null ? new Schedule(at, DayOnly: true, $"{when.Day:yyyy-MM-dd}")
        : new Schedule(at, DayOnly: false, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");

    /// <summary>
    /// When an event of the past happened, UTC: the hour given, else noon of an earlier day; null when only the entry's own date
    /// is known or the day is the entry's.
    /// </summary>
    public DateTimeOffset? HappenedAt(Moment when)
    {
        if (when.Day is null || (when.Hour is null && when.Day >= times.Today))
            return null;
        var at = (when.Hour is null ? when with { Hour = new TimeOnly(12, 0) } : when).At(zone);
        return at <= published ? at : null;
    }
}

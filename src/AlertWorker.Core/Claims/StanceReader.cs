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

    /// <summary>The rule of traffic that alone passes: "only pedestrians may cross".</summary>
    public const string OnlyFlows = "only-flows";

    /// <summary>The rule of what its words or its date put into the past.</summary>
    public const string LongPast = "past";

    /// <summary>The rule of a noun that nothing makes a fact.</summary>
    public const string MereNoun = "mere-noun";

    /// <summary>The rule of a noun or infinitive that was decided, ordered or announced.</summary>
    public const string Decided = "decided";

    /// <summary>The rule of what happens again and again.</summary>
    public const string Habit = "habit";

    private const int OldReopening = 4;
    private const int OldClosure = 21;

    private readonly GovernorReader governors = new(passage, times);
    private readonly BackgroundReader background = new(passage, times);

    /// <summary>What an event is, with the rule that said so; a null change drops it.</summary>
    public (Stance Stance, Change Change, bool Ongoing, string Rule) Read(CueHit happening, Clause clause, Moment when)
    {
        var cues = happening.Cue.Event!;
        if (!dated)
            when = when.Relative ? when : when with { Day = null }; // nothing to compare a date with
        if (BackgroundOf(happening, clause, when) is { } told)
            return told;
        if (
            governors.EndsAsQuestion(clause) && (!clause.InTitle || cues.Form is EventForm.Plan or EventForm.Infinitive)
        )
            return (Stance.Supposed, cues.Change, false, "question");
        if (governors.Denied(happening, clause))
            return (Stance.Denied, cues.Change, false, "denied");
        if (
            governors.Negated(happening, clause)
            && cues.Form is not EventForm.NotYet
            && !governors.AskedOf(happening, clause)
        )
            return !governors.Planned(happening, clause, cues) ? Negation(clause, cues)
                : cues.Form == EventForm.Flow || cues.Change != Change.Reopening
                    ? (Stance.Planned, Change.Closure, false, "planned-not")
                : (Stance.Denied, cues.Change, false, "not-to-open");
        if (cues.Form == EventForm.Flow && governors.IsForOnly(happening, clause))
            return (Stance.Asserted, Change.Restriction, Continues(clause), OnlyFlows);
        if (cues.Form == EventForm.Flow && !passage.Has(clause, CueClass.Again))
            return (Stance.Asserted, Change.Reopening, false, Flows);
        if (
            governors.Supposes(happening, clause)
            || governors.WouldUnsaid(happening, clause)
            || governors.SupposedSentence(happening, clause)
            || governors.Governed(clause, CueClass.Supposed)
        )
            return (Stance.Supposed, cues.Change, false, "supposed");
        var planned =
            cues.Form == EventForm.Plan
            || governors.Planned(happening, clause, cues)
            || governors.FollowsPlan(happening, clause);
        if (
            ((planned || cues.Form is EventForm.Noun or EventForm.Infinitive) && governors.Asked(happening, clause))
            || governors.Governed(clause, CueClass.Asked)
        )
            return (Stance.Asked, cues.Change, false, "asked");
        if (planned && governors.StaysUntilFurtherNotice(clause, cues))
            return (Stance.Asserted, cues.Change, true, "until-further-notice");
        if (planned)
            return governors.InForceToday(clause, cues) ? Fact(clause, cues, when) : Plan(cues, when);
        if (cues.Form == EventForm.NotYet)
            return (Stance.Asserted, Change.Closure, true, "not-yet");
        if (cues.Form is EventForm.Noun or EventForm.Infinitive)
            return Noun(happening, clause, cues, when);
        return Fact(clause, cues, when);
    }

    /// <summary>What is told as background, or as a fact though its form is that of background; null when neither.</summary>
    private (Stance, Change, bool, string)? BackgroundOf(CueHit happening, Clause clause, Moment when)
    {
        var cues = happening.Cue.Event!;
        if (dated && (background.IsOldStory || background.IsToldLongAgo(clause)))
            return (Stance.Past, cues.Change, false, "old-story");
        if (
            cues.Form == EventForm.Pluperfect
            && (background.Recent(when) || background.Reported(happening, clause))
            && !background.IsOver(clause)
            && !governors.Denied(happening, clause)
            && !governors.Governed(clause, CueClass.Supposed)
        )
            return Fact(clause, cues, when);
        if (cues.Form is EventForm.Past or EventForm.Pluperfect || background.InPast(clause, when, cues))
            return (Stance.Past, cues.Change, false, LongPast);
        if (cues.Form == EventForm.Done && passage.SettingOf(clause) is not null && background.HasMainEvent(clause))
            return (Stance.Past, cues.Change, false, "setting");
        if (
            cues.Form is EventForm.Done or EventForm.Noun or EventForm.Remains
            && background.IsBackdrop(happening, clause)
        )
            return (Stance.Past, cues.Change, false, "backdrop");
        if (cues is { Form: EventForm.Done, Change: Change.Closure } && !clause.InTitle && background.IsOver(clause))
            return (Stance.Past, cues.Change, false, "over");
        if (cues.Form is EventForm.Done or EventForm.State && background.IsHabit(clause, cues.Change))
            return (Stance.Past, cues.Change, false, Habit);
        if (
            cues is { Form: EventForm.Plan, Change: Change.Reopening }
            && passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Habit))
        )
            return (Stance.Past, cues.Change, false, Habit); // "closed on Fridays as every week, and will open on Saturday"
        return null;
    }

    private (Stance, Change, bool, string) Fact(Clause clause, EventCues cues, Moment when)
    {
        if (
            when.Day is { } day && day > times.Today
                ? cues.Form != EventForm.Remains || passage.Has(clause, CueClass.From)
                : passage.Has(clause, CueClass.Coming) && cues.Form != EventForm.Remains
        )
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
        if (cues is { Form: EventForm.State, Change: Change.Reopening })
            return background.IsOpenUntil(clause) ? (Stance.Past, cues.Change, false, "open-until")
                : background.IsMeanwhile(clause) || background.GoesOnAsUsual(clause)
                    ? (Stance.Asserted, Change.None, false, "state")
                : (Stance.Asserted, cues.Change, false, "state");
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
        if (when.Day > times.Today || passage.Has(clause, CueClass.Coming))
            return (Stance.Planned, cues.Change, false, "dated-ahead");
        if (decided && cues.Change == Change.Reopening)
            return passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Today))
                ? (Stance.Asserted, cues.Change, false, "decided-from-today")
                : (Stance.Planned, cues.Change, false, "decided-to-open");
        if (passage.Has(clause, CueClass.Remains) || passage.Has(clause, CueClass.DayCount))
            return (Stance.Asserted, cues.Change, cues.Change != Change.Reopening, "continues");
        if (governors.Before(happening, clause, CueClass.Backdrop))
            return (Stance.Past, cues.Change, false, MereNoun);
        if (clause.InTitle && cues.Form == EventForm.Infinitive && !decided)
            return (Stance.Planned, cues.Change, false, "headline-infinitive");
        if (decided || clause.InTitle || clause.First == passage.AfterDateline(0))
            return (Stance.Asserted, cues.Change, false, decided ? Decided : "headline-noun");
        return (Stance.Past, cues.Change, false, MereNoun);
    }

    /// <summary>"not closed" denies, "not to close" does not; "not reopened" means still closed; "no lorry crossed" is a closure.</summary>
    private (Stance, Change, bool, string) Negation(Clause clause, EventCues cues) =>
        cues.Form == EventForm.Flow ? (Stance.Asserted, Change.Closure, Continues(clause), "does-not-flow")
        : cues.Change == Change.Reopening ? (Stance.Asserted, Change.Closure, true, "not-opened")
        : cues.Form is EventForm.Noun or EventForm.Infinitive ? (Stance.Supposed, cues.Change, false, "not-to-close")
        : (Stance.Denied, cues.Change, false, "not-closed");

    private bool Continues(Clause clause) =>
        passage.Has(clause, CueClass.Remains) || passage.Has(clause, CueClass.DayCount);

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

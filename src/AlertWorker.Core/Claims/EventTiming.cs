namespace AlertWorker.Claims;

/// <summary>Finds out when an event is, and when it is to end, by where the times stand in its clause and sentence.</summary>
internal sealed class EventTiming(Passage passage, TimeReader times)
{
    private const int BeforeSetting = 4;
    private const int NearYear = 8;

    /// <summary>The time of an event and of its end.</summary>
    public (Moment When, Moment Until) Of(CueHit happening, Clause clause)
    {
        var cues = happening.Cue.Event!;
        var future =
            cues.Form == EventForm.Plan
            || (
                (cues.Form is EventForm.Noun or EventForm.Infinitive || passage.Has(clause, CueClass.Plan))
                && !passage.Has(clause, CueClass.Since)
            );
        var until = passage.In(clause).FirstOrDefault(hit => hit.Is(CueClass.Until));
        var when =
            WhenPutOff(happening, clause)
            ?? WhenOfNoun(happening, clause)
            ?? (times.Read(clause.First, clause.End, future).IsNone ? TimeOfSetting(happening, clause) : null) // "the day in 1905 when the bridge was opened"
            ?? WhenOf(happening, clause, until, future);
        if (when.IsNone && future && until.Cue is not null && cues.Change == Change.Reopening)
            when = times.Read(until.First, clause.End, future); // "put off until Sunday"
        return (when, UntilOf(until, clause, when));
    }

    /// <summary>"The resumption, planned for today, has been moved to Friday": the new day stands after the verb.</summary>
    private Moment? WhenPutOff(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event!.Form is not (EventForm.Noun or EventForm.Infinitive or EventForm.NotYet))
            return null;
        var putOff = passage.InSentence(clause.Sentence).LastOrDefault(hit => hit.Is(CueClass.Postponed));
        if (putOff.Cue is null || putOff.Last < happening.First)
            return null;
        var day = times.Read(putOff.Last + 1, passage.EndOf(clause.Sentence), future: true);
        return day.Day > times.Today ? day : null;
    }

    /// <summary>The time before the "when" which this clause goes on from, an aside between them left out.</summary>
    private Moment? TimeOfSetting(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause);
        var setting = sentence.LastOrDefault(c =>
            c.First <= clause.First
            && passage.OpensWith(c, CueClass.Setting)
            && !passage.Between(c.First, happening.First).Any(hit => hit.Cue.Kind == CueKind.Event)
        );
        if (setting is null || setting == sentence[0])
            return null;
        var before = times.Read(
            Math.Max(sentence[0].First, setting.First - BeforeSetting),
            setting.First,
            future: false
        );
        return before.IsNone ? null : before;
    }

    /// <summary>"announced on Monday the closure from Friday": before a decided noun stands the day of the decision.</summary>
    private Moment? WhenOfNoun(CueHit happening, Clause clause)
    {
        if (happening.Cue.Event!.Form is not (EventForm.Noun or EventForm.Infinitive))
            return null;
        if (!passage.Between(clause.First, happening.First).Any(hit => hit.Is(CueClass.Decided)))
            return null;
        var after = times.Read(happening.Last + 1, clause.End, future: true);
        return after.Day is not null ? after : times.Read(clause.First, happening.First, future: false);
    }

    /// <summary>When it is to end; a weekday means the first one after it begins.</summary>
    private Moment UntilOf(CueHit until, Clause clause, Moment begins)
    {
        if (until.Cue is null)
            return Moment.None;
        var next = passage
            .Between(until.First, clause.End)
            .FirstOrDefault(hit => hit.Cue.Kind == CueKind.Event && hit.First > until.Last);
        var ends = times.Read(until.First, next.Cue is null ? clause.End : next.First, future: true);
        return ends.Day is { } day && begins.Day is { } start && day < start && start.DayNumber - day.DayNumber <= 7
            ? ends with
            {
                Day = day.AddDays(7),
            }
            : ends;
    }

    /// <summary>The time of the event itself: what stands after "until" belongs to its end, what stands after "since" is past.</summary>
    private Moment WhenOf(CueHit happening, Clause clause, CueHit until, bool future)
    {
        var cues = happening.Cue.Event!;
        var end = until.Cue is null ? clause.End : until.First;
        if (YearBeside(happening, clause) is { } year)
            return year;
        if (cues.Change == Change.Reopening && SinceIn(clause) is { Cue: not null } since)
            return since.First > happening.First
                ? times.Read(clause.First, Math.Min(end, since.First), future)
                : times.Read(happening.Last + 1, end, future); // "for the first time since 2020": when it had closed
        if (passage.In(clause).Any(hit => hit.Cue.Kind == CueKind.Event && IsApart(hit, happening)))
            return WhenAmongOthers(happening, clause, end, future);
        var own = times.Read(clause.First, end, future);
        var sentence = passage.SentenceOf(clause);
        if (until.Cue is not null)
            return own.IsNone ? times.Read(sentence[0].First, until.First, future)
                : future && own.Day is null && DayToCome(sentence, clause) is { } named ? own with { Day = named.Day }
                : own;
        if (own is { Day: not null, Hour: not null })
            return own;
        if (passage.InSentence(clause.Sentence).Any(hit => hit.Cue.Kind == CueKind.Event && IsApart(hit, happening)))
            return own;
        var limit = passage.InSentence(clause.Sentence).FirstOrDefault(hit => hit.Is(CueClass.Until));
        var whole = times.Read(
            passage.AfterDateline(clause.Sentence),
            limit.Cue is null ? sentence[^1].End : limit.First,
            future
        );
        if (future && own.Day is null && DayToCome(sentence, clause) is { } coming)
            return coming with { Hour = own.Hour ?? coming.Hour ?? (whole.Day == coming.Day ? whole.Hour : null) };
        return own.IsNone ? whole
            : own.Day is not null && (whole.Day == own.Day || whole.Day is null) ? own with { Hour = whole.Hour }
            : own;
    }

    /// <summary>"who blocked the gate in 2024 can apply from Monday": the year beside the event is its own.</summary>
    private Moment? YearBeside(CueHit happening, Clause clause)
    {
        var end = Math.Min(clause.End, happening.Last + NearYear);
        return
            passage.Between(happening.Last + 1, end).Any(hit => hit.Is(CueClass.In))
            && !passage.Has(clause, CueClass.Since)
            && times.Read(happening.Last + 1, end, future: false) is { Year: { } year } told
            && year < times.Today.Year
            ? told
            : null;
    }

    /// <summary>
    /// "said on Tuesday that, from Friday on, the crossings will be closed": the day in the nearest other clause, where it is not
    /// that of the announcement.
    /// </summary>
    private Moment? DayToCome(IEnumerable<Clause> sentence, Clause clause)
    {
        var first = passage.AfterDateline(clause.Sentence);
        foreach (
            var other in sentence
                .Where(c => c != clause && c.First >= first)
                .OrderBy(c => Math.Abs(c.First - clause.First))
        )
            if (
                !passage.Has(other, CueClass.Says)
                && !passage.Has(other, CueClass.Until)
                && times.Read(other.First, other.End, future: true) is { Day: { } day } when
                && day >= times.Today
            )
                return when;
        return null;
    }

    private CueHit SinceIn(Clause clause) => passage.In(clause).FirstOrDefault(hit => hit.Is(CueClass.Since));

    /// <summary>Two cues that overlap are two readings of one event.</summary>
    private static bool IsApart(CueHit one, CueHit other) => one.Last < other.First || one.First > other.Last;

    /// <summary>
    /// Where a clause tells of several events, each has the time beside it: the first the one before it, else after; the others
    /// the one after, else before, as far as the next event.
    /// </summary>
    private Moment WhenAmongOthers(CueHit happening, Clause clause, int end, bool future)
    {
        var events = passage
            .In(clause)
            .Where(hit => hit.Cue.Kind == CueKind.Event && (hit == happening || IsApart(hit, happening)))
            .ToList();
        var at = events.IndexOf(happening);
        var from = at > 0 ? events[at - 1].Last + 1 : clause.First;
        var to = at + 1 < events.Count ? events[at + 1].First : clause.End;
        var before = times.Read(from, happening.First, future);
        var after = times.Read(happening.Last + 1, at == 0 ? Math.Min(to, end) : to, future);
        var (first, second) = at == 0 ? (before, after) : (after, before);
        return first.Day is not null ? first
            : second.Day is not null ? second with { Hour = first.Hour ?? second.Hour }
            : first.IsNone ? second
            : first;
    }
}

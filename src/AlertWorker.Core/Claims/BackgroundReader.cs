using System.Collections.Immutable;

namespace AlertWorker.Claims;

/// <summary>Tells the news from its background: what is long past, goes on meanwhile, or only sets the scene for what is told.</summary>
internal sealed class BackgroundReader(Passage passage, TimeReader times)
{
    private const int NearWords = 4;
    private const int ReportedWithin = 8;
    private const int OldStory = 21;

    private readonly Lazy<bool> isOldStory = new(() =>
        Enumerable
            .Range(0, 2)
            .Select(sentence =>
                times.Read(passage.StartOf(sentence), passage.AfterDateline(sentence), future: false).Day
            )
            .Any(day => times.Today.DayNumber - day?.DayNumber > OldStory)
    );

    /// <summary>What makes "is open" an answer to a closure: again, today, since noon, from Friday.</summary>
    public static readonly ImmutableArray<CueClass> Renewing =
    [
        CueClass.Again,
        CueClass.Today,
        CueClass.Since,
        CueClass.From,
    ];

    /// <summary>"DOROHUSK, Nov 6, 2023 (Agency) – …" under a date of today: an old story served again.</summary>
    public bool IsOldStory => isOldStory.Value;

    /// <summary>"Fréjus, which is open to all traffic", "but its own side is open": how things are, not what has changed.</summary>
    public bool IsMeanwhile(Clause clause) =>
        passage.OpensWith(clause, CueClass.Break)
        && !clause.InTitle
        && !Renewing.Any(cueClass => passage.Has(clause, cueClass));

    /// <summary>"open from 6 to 22 | as usual": nothing has changed.</summary>
    public bool GoesOnAsUsual(Clause clause) =>
        !Renewing.Any(cueClass => cueClass != CueClass.From && passage.Has(clause, cueClass))
        && passage
            .SentenceOf(clause)
            .Any(next =>
                next.First == clause.End
                && passage.Has(next, CueClass.Unaffected)
                && !passage.HasEvent(next.First, next.End)
            );

    /// <summary>"…, officials announced on 22 January 2022": when it was said dates what was said.</summary>
    public bool IsToldLongAgo(Clause clause) =>
        passage
            .SentenceOf(clause)
            .Any(said =>
                passage.Has(said, CueClass.Says)
                && !passage.HasEvent(said.First, said.End)
                && times.Read(said.First, said.End, future: false).Day is { } day
                && times.Today.DayNumber - day.DayNumber > OldStory
                && passage.Tokens.Skip(said.First).Take(said.End - said.First).Any(token => token.Text == $"{day.Year}")
            );

    /// <summary>"closed today, because of the weekly holiday": what happens again and again is no news.</summary>
    public bool IsHabit(Clause clause, Change change) =>
        passage.Has(clause, CueClass.Habit)
        || (
            change != Change.Reopening
            && passage
                .SentenceOf(clause)
                .Any(part => passage.Has(part, CueClass.Habit) && !passage.HasEvent(part.First, part.End))
        );

    /// <summary>"Shalamcheh is open until midnight": it has not closed yet, which is no answer to a closure.</summary>
    public bool IsOpenUntil(Clause clause) =>
        passage.Has(clause, CueClass.Until) && !Renewing.Any(cueClass => passage.Has(clause, cueClass));

    public bool InPast(Clause clause, Moment when, EventCues cues)
    {
        if (
            cues.Form is EventForm.NotYet or EventForm.Usual
            || (cues.Change != Change.Reopening && passage.Has(clause, CueClass.Since)) // "closed since 2021" lasts
        )
            return false;
        if (passage.Has(clause, CueClass.Past) || IsSettingOfPast(clause) || OpensInPast(clause))
            return true;
        if (cues.Form == EventForm.Remains && passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Since)))
            return false; // "stay closed as they have been since March 2020"
        if (when.Year is { } year)
            return year != times.Today.Year && year != times.Today.AddMonths(-1).Year;
        return when.Day is { } day && (day.Year < times.Today.Year - 1 || times.Today.DayNumber - day.DayNumber > 300);
    }

    /// <summary>"Earlier, on 13 January, farmers blocked the road": the word alone holds for its sentence.</summary>
    private bool OpensInPast(Clause clause) =>
        passage.SentenceOf(clause)[0] is var opening
        && opening.First < clause.First
        && opening.End - opening.First <= NearWords
        && passage.OpensWith(opening, CueClass.Past);

    /// <summary>"Last year revenue fell | when the gate was shut".</summary>
    private bool IsSettingOfPast(Clause clause) =>
        passage.OpensWith(clause, CueClass.Setting)
        && passage.SentenceOf(clause).LastOrDefault(c => c.First < clause.First) is { } main
        && passage.Has(main, CueClass.Past);

    /// <summary>A pluperfect of today or yesterday ("had been sealed the previous evening") is news, not background.</summary>
    public bool Recent(Moment when) => when.Day is { } day && times.Today.DayNumber - day.DayNumber is 0 or 1;

    /// <summary>"For about two hours in the morning people had been sent back": counted in hours, it has ended.</summary>
    public bool IsOver(Clause clause) =>
        !passage.Has(clause, CueClass.From)
        && passage
            .In(clause)
            .Any(hour =>
                hour.Is(CueClass.Hour)
                && passage.Between(hour.First - NearWords, hour.First).Any(hit => hit.Is(CueClass.For))
            );

    /// <summary>"announced that the crossing had been reopened": reported speech shifts a perfect back.</summary>
    public bool Reported(CueHit happening, Clause clause)
    {
        var sentence = passage.SentenceOf(clause);
        return passage
                .Between(Math.Max(sentence[0].First, happening.First - ReportedWithin), happening.First)
                .Any(hit => hit.Is(CueClass.Says) && passage.ClauseAt(hit.First).Sentence == clause.Sentence)
            && !passage.Has(clause, CueClass.Past)
            && !passage.OpensWith(clause, CueClass.Backdrop)
            && !passage.OpensWith(clause, CueClass.Setting);
    }

    /// <summary>
    /// "Trucks cross again, a day after drivers downed tools", "reopened the gate, closed since May": what went before the contrary
    /// that is told first. "A month after the ban was lifted": how long ago it opened.
    /// </summary>
    public bool IsBackdrop(CueHit happening, Clause clause)
    {
        if (
            passage.Between(happening.First, happening.Last + 2).Any(hit => hit.Is(CueClass.Since))
            && happening.First == clause.First
        )
            return happening.Cue.Event!.Change != Change.Reopening
                && passage
                    .InSentence(clause.Sentence)
                    .Any(hit =>
                        hit.Last < clause.First && hit.Cue.Event is { Form: EventForm.Done, Change: Change.Reopening }
                    );
        return happening.Cue.Event!.Form != EventForm.Remains
            && happening.First > clause.First // "before reopening at nine" is one cue
            && BackdropAt(clause) is { } backdrop
            && (
                FollowsContrary(happening, backdrop)
                || (happening.Cue.Event.Change == Change.Reopening && FollowsSpan(backdrop))
            );
    }

    /// <summary>The clause that opens the setting this clause is part of; a comma ends it.</summary>
    private Clause? BackdropAt(Clause clause)
    {
        foreach (var earlier in passage.SentenceOf(clause).Reverse().SkipWhile(c => c.First > clause.First))
            if (passage.OpensWith(earlier, CueClass.Backdrop))
                return passage.OpensWith(earlier, CueClass.Since) && (earlier != clause || IsSinceTime(clause))
                    ? null
                    : earlier;
            else if (earlier.First == 0 || passage.Tokens[earlier.First - 1].Kind == TokenKind.Mark)
                return null;
        return null;
    }

    /// <summary>"Since Friday evening it is closed" says how things are; "since it was closed" is a setting.</summary>
    private bool IsSinceTime(Clause clause) =>
        passage
            .Between(clause.First + 1, clause.First + 3)
            .Any(hit =>
                hit.Cue.Kind is CueKind.Weekday or CueKind.Month or CueKind.SolarMonth or CueKind.Number
                || hit.Is(CueClass.Yesterday)
                || hit.Is(CueClass.Today)
                || hit.Is(CueClass.Morning)
                || hit.Is(CueClass.Midnight)
                || hit.Is(CueClass.Noon)
            );

    /// <summary>A span of time stands right before the clause: "a month | after …".</summary>
    private bool FollowsSpan(Clause clause) =>
        passage
            .Between(Math.Max(0, clause.First - 1), clause.First)
            .Any(hit => hit.Is(CueClass.LongSpan) || hit.Is(CueClass.Day) || hit.Is(CueClass.Hour));

    private bool FollowsContrary(CueHit happening, Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Last < clause.First
                && hit.Cue.Event is { Form: not (EventForm.Past or EventForm.Pluperfect) } other
                && other.Change == Change.Reopening != (happening.Cue.Event!.Change == Change.Reopening)
            );

    /// <summary>The sentence makes another statement, to which this clause is only the setting.</summary>
    public bool HasMainEvent(Clause clause) =>
        passage
            .InSentence(clause.Sentence)
            .Any(hit =>
                hit.Cue.Event is { Form: not EventForm.Flow } && (hit.First < clause.First || hit.First >= clause.End)
            );
}

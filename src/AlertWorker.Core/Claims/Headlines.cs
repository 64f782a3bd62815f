namespace AlertWorker.Claims;

/// <summary>A headline is provisional; the body may overrule it (domain.md §3).</summary>
internal static class Headlines
{
    /// <summary>
    /// A headline in the present tense that the body turns into a plan, into passage for a closed circle ("only returnees are let
    /// out"), or into the contrary ("remains closed").
    /// </summary>
    public static bool OverruledByBody(Finding title, List<Finding> asserted, List<Finding> planned)
    {
        var same = asserted.FindAll(f => !f.Clause.InTitle && f.Change == title.Change);
        if (title.Change == Change.Reopening && same.TrueForAll(f => f.Exception))
            return same.Count > 0
                || planned.Exists(f => !f.Clause.InTitle && f.Change == title.Change)
                || asserted.Exists(f =>
                    f is { Clause.InTitle: false, Worse: true, IsStillSo: true } && !f.IsOtherClass(title)
                );
        return same.Count == 0 && planned.Exists(f => !f.Clause.InTitle && f.Change == title.Change);
    }

    /// <summary>An old story served again: its first sentence tells by date that the headline's event is long past.</summary>
    public static bool DatesBack(Finding lead, Finding title) =>
        lead
            is {
                Stance: Stance.Past,
                Weight: > 0,
                When: { Day: not null, Relative: false },
                Event.Cue.Event.Form: EventForm.Done or EventForm.State or EventForm.Past
            }
        && lead.Rules.Contains(StanceReader.LongPast, StringComparer.Ordinal)
        && lead.Change == title.Change
        && lead.Clause.Sentence == title.Clause.Sentence + 1;

    /// <summary>"Trade stopped at Benapole", of which the body only says that it is the weekly holiday.</summary>
    public static bool TellsHabit(Finding title, IReadOnlyList<Finding> findings) =>
        findings.Any(f => f.Change == title.Change && f.Rules.Contains(StanceReader.Habit, StringComparer.Ordinal))
        && !findings.Any(f => !f.Clause.InTitle && f.Change == title.Change && f.Stance == Stance.Asserted);

    /// <summary>A headline's "to open" of which the body only says that it may.</summary>
    public static bool IsOnlySupposed(Finding title, IReadOnlyList<Finding> findings) =>
        title.Event.Cue.Event!.Form == EventForm.Plan
        && findings.Any(f =>
            !f.Clause.InTitle && f.Change == title.Change && f.Stance is Stance.Supposed or Stance.Asked
        )
        && !findings.Any(f =>
            !f.Clause.InTitle && f.Change == title.Change && f.Stance is Stance.Planned or Stance.Asserted
        );

    /// <summary>A headline that makes a statement; "Closure of the post" only names the subject.</summary>
    public static bool MakesStatement(Finding finding) =>
        finding.Clause.InTitle && finding.Event.Cue.Event!.Form != EventForm.Noun;
}

namespace AlertWorker.Claims;

/// <summary>
/// Weighs all findings of one entry about one crossing: which state it leaves the reader with, and what is only announced, denied
/// or background. The headline is provisional; the newest event wins; both sides must be open for a way to be open.
/// </summary>
internal static class Verdict
{
    /// <summary>The headline and the first sentence tell the news.</summary>
    private const int LeadSentence = 1;

    /// <summary>The finding that stands for the present, if any, and the rest worth telling.</summary>
    /// <param name="findings">Of the crossing.</param>
    /// <param name="wide">Of the whole border it is on.</param>
    public static (Finding? Present, IReadOnlyList<Finding> Others) Of(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<Finding> wide
    )
    {
        var asserted = WithoutHours(findings.Where(f => f is { Stance: Stance.Asserted, Weight: > 0 }).ToList());
        if (IsOpenAllAlong(findings))
            asserted = asserted.ConvertAll(f => f with { Change = Change.None, IsUsual = true });
        var planned = EveryDay(findings.Where(f => f.Stance == Stance.Planned).ToList());
        planned.RemoveAll(f => f.Clause.InTitle && Headlines.IsOnlySupposed(f, findings));
        asserted.RemoveAll(f => f.Clause.InTitle && Headlines.OverruledByBody(f, asserted, planned));
        asserted.RemoveAll(f =>
            f.Clause.InTitle
            && (findings.Any(lead => Headlines.DatesBack(lead, f)) || Headlines.TellsHabit(f, findings))
        );
        Finding[] told = [.. findings, .. wide];
        asserted.RemoveAll(f => RestatesPlan(f, planned) || ContinuesPast(f, told) || IsBeforePlan(f, planned));
        asserted.RemoveAll(f => planned.Exists(plan => IsYetToOpen(f, plan)));
        var present = PresentOf(asserted);

        var others = new List<Finding>();
        if (present is not null && Complement(present, asserted) is { } complement)
            others.Add(complement);
        foreach (var group in planned.Where(f => f.Change != Change.None).GroupBy(f => f.Change))
        {
            var best =
                group.FirstOrDefault(f => !f.When.IsNone && !f.Clause.InTitle)
                ?? group.FirstOrDefault(f => !f.When.IsNone)
                ?? group.First();
            if (present is null || present.Change != best.Change || !best.When.IsNone)
                others.Add(
                    best with
                    {
                        Scope = ScopeOf([.. group], against: null),
                        Trucks = group.Any(f => f.Trucks),
                        RestUnaffected = group.Any(f => f.RestUnaffected),
                        Partly = best.Partly || group.Any(f => f.Partly && f.Clause.InTitle),
                    }
                );
        }

        foreach (
            var group in findings
                .Where(f => f.Stance is not (Stance.Asserted or Stance.Planned))
                .GroupBy(f => (f.Stance, f.Change))
        )
            others.Add(group.FirstOrDefault(f => !f.Clause.InTitle) ?? group.First());
        return (present, others);
    }

    /// <summary>"Terespol and Koroszczyn are open", said deep in a story of another crossing: an answer to no closure.</summary>
    private static bool IsOpenAllAlong(IReadOnlyList<Finding> findings) =>
        findings
            .Where(f => f.Stance is not (Stance.Supposed or Stance.Asked))
            .All(f =>
                f
                    is {
                        Change: Change.Reopening,
                        IsState: true,
                        Stance: Stance.Asserted,
                        Clause.InTitle: false,
                        SaysSince: false
                    }
                    && (f.Clause.Sentence > LeadSentence || findings.Any(usual => usual.IsUsual))
                || f.IsUsual
            );

    /// <summary>"opens at 7 a.m. and closes at 11 p.m.": posted hours, neither a closure nor a reopening.</summary>
    private static List<Finding> WithoutHours(List<Finding> asserted)
    {
        var hours = asserted.FindAll(f => f is { IsState: false, Ongoing: false, When: { Hour: not null, Day: null } });
        asserted.RemoveAll(f =>
            hours.Contains(f) && hours.Exists(other => other.Clause == f.Clause && other.Worse != f.Worse)
        );
        return asserted;
    }

    /// <summary>"will shut at 10 p.m. and open again at 6 a.m.": closing hours, not a closure and a reopening.</summary>
    private static List<Finding> EveryDay(List<Finding> planned)
    {
        foreach (
            var opens in planned.FindAll(f => f is { Change: Change.Reopening, When: { Hour: not null, Day: null } })
        )
        {
            var at = planned.FindIndex(f => f.Worse && f.Clause == opens.Clause && f.When.Hour is not null);
            if (at < 0)
                continue;
            planned[at] = planned[at] with { Partly = true };
            planned.Remove(opens);
        }

        return planned;
    }

    /// <summary>What is said besides: of the other class of traffic ("cars pass, trucks remain banned"), of an exception to a closure.</summary>
    private static Finding? Complement(Finding present, List<Finding> asserted)
    {
        var other =
            asserted.Find(f => f.IsOtherClass(present) && f.Worse != present.Worse)
            ?? (present.Worse ? asserted.Find(f => f is { Exception: true, Worse: false }) : null);
        return other is null ? null : other with { IsComplement = true };
    }

    /// <summary>"will reopen the crossings that it shut on September 12": the dated closure is how it came to the plan.</summary>
    private static bool IsBeforePlan(Finding fact, List<Finding> planned) =>
        fact is { Worse: true, Ongoing: true, When.Day: not null, IsStillSo: false, IsState: false }
        && planned.Exists(plan => plan.Change == Change.Reopening);

    /// <summary>"Agents called off their strike; trade will be resumed on Thursday": the obstacle is gone, the gate opens later.</summary>
    private static bool IsYetToOpen(Finding fact, Finding plan) =>
        fact is { Change: Change.Reopening, IsUsual: false, Clause.InTitle: false }
        && plan is { Change: Change.Reopening, When.Day: not null }
        && plan.Clause.First > fact.Clause.First
        && (plan.Scope == fact.Scope || plan.Scope is Scope.NotSaid or Scope.All)
        && (fact.When.Day is not { } day || day < plan.When.Day);

    /// <summary>"Border crossing stops at 7 p.m." after "from Monday": the plan told in the present tense.</summary>
    private static bool RestatesPlan(Finding fact, List<Finding> planned) =>
        fact is { Ongoing: false, IsState: false, When.Day: null, Clause.InTitle: false }
        && planned.Exists(plan =>
            (plan.Event.First < fact.Event.First || IsDecision(fact))
            && (
                fact.Change == Change.Restriction ? plan.When.Day is not null
                : fact.Worse ? plan.Worse && plan.When.Day is not null
                : plan.Change == Change.Reopening
            )
        );

    /// <summary>"The government has decided to close the post. It will be closed on Friday": the decision is no closure yet.</summary>
    private static bool IsDecision(Finding fact) => fact.Rules.Contains(StanceReader.Decided, StringComparer.Ordinal);

    /// <summary>A story of the past goes on in the simple past: "It had been closed on Friday. Officers closed it when …".</summary>
    private static bool ContinuesPast(Finding fact, IReadOnlyList<Finding> findings) =>
        fact is { Ongoing: false, IsState: false, When.Day: null, Clause.InTitle: false }
        && findings.Any(f =>
            f.Stance == Stance.Past
            && f.Weight > 0
            && f.Worse == fact.Worse
            && (
                fact.Clause.Sentence - f.Clause.Sentence == 1 && f.Change == fact.Change
                || (
                    (f.When.Year is not null || f.When.Day is not null)
                    && f.Clause.Sentence == fact.Clause.Sentence
                    && f.Event.First < fact.Event.First
                )
            )
        );

    private static Finding? PresentOf(List<Finding> asserted)
    {
        var worse = asserted.FindAll(f => f.Worse);
        var better = asserted.FindAll(f => f.Change == Change.Reopening && !f.IsUsual);
        if (worse.Count == 0 && better.Count == 0)
            return asserted.Find(f => f.IsUsual);
        if (worse.Count == 0)
            return Merge(better);
        if (better.Count == 0)
            return Merge(Newest(worse));
        if (worse.TrueForAll(f => f.OnlyOthersPass))
            return Merge(better) with { IsForOneClass = true, Scope = worse[0].PassingScope };
        if (NotYetForSome(better, worse) is { } waiting)
            return Merge([waiting]);
        return Wins(better, worse) ? Merge(better, worse) : Merge(worse);
    }

    /// <summary>"Closed on Monday; on Tuesday it was still barred to lorries": of dated closures those of the last day.</summary>
    private static List<Finding> Newest(List<Finding> worse)
    {
        var last = worse.Where(f => !f.Clause.InTitle).Max(f => f.When.Day);
        return worse.FindAll(f => f.When.Day is null || f.When.Day == last || f.Ongoing || f.Clause.InTitle);
    }

    /// <summary>"Closed; trade resumed an hour later, while people are not yet let through": the class that still waits is the news.</summary>
    private static Finding? NotYetForSome(List<Finding> better, List<Finding> worse) =>
        worse.Find(w =>
            w.IsNotYet
            && w.Scope is Scope.Trade or Scope.People
            && better.Exists(b =>
                b.Scope is Scope.Trade or Scope.People
                && b.Scope != w.Scope
                && b.Event.First < w.Event.First
                && worse.Exists(closure => closure.Event.First < b.Event.First)
            )
        );

    /// <summary>Whether the reopening is the last word.</summary>
    private static bool Wins(List<Finding> better, List<Finding> worse)
    {
        if (better.Exists(b => worse.Exists(w => OtherClassWaits(b, w, worse))))
            return true; // one class is let through, the other not yet
        if (
            better.TrueForAll(f => f is { IsState: true, SaysSince: false })
            && worse.Exists(f => !f.IsState || f.Ongoing)
        )
            return false; // "its own end is open" beside "has closed its end"
        if (
            (better.TrueForAll(f => f.Exception) && worse.Exists(w => better.TrueForAll(b => b.Clause != w.Clause)))
            || OtherSideStillShut(better, worse)
        )
            return false;
        if (better.Exists(f => f.IsUpdate) != worse.Exists(f => f.IsUpdate))
            return better.Exists(f => f.IsUpdate);
        var newestBetter = better.Max(f => f.When.Day);
        var newestWorse = worse.Max(f => f.When.Day);
        if (newestBetter is { } opened && newestWorse is { } closed && opened != closed)
            return opened > closed;
        if (better.Exists(Headlines.MakesStatement) != worse.Exists(Headlines.MakesStatement))
            return better.Exists(Headlines.MakesStatement);
        var first = better
            .Concat(worse)
            .Where(f => f.Weight > 0 && !f.Clause.InTitle)
            .DefaultIfEmpty(better[0])
            .Min(f => f.Clause.Sentence);
        var lead = better.Concat(worse).Where(f => f.Clause.Sentence == first).OrderBy(f => f.Event.First).ToList();
        return lead.Count > 0 && lead[^1].Change == Change.Reopening;
    }

    /// <summary>"Lorries pass again, people are still barred", "passengers crossed; goods are not let through for now".</summary>
    private static bool OtherClassWaits(Finding passes, Finding waits, List<Finding> worse) =>
        waits.IsOtherClass(passes)
        && (!passes.Exception || passes.Clause.Sentence == waits.Clause.Sentence)
        && (
            waits.Ongoing
            || (
                waits.NothingFlows
                && waits.Event.First > passes.Event.First
                && worse.TrueForAll(other => other.IsOtherClass(passes))
            )
        );

    /// <summary>"Reopened on the Beninese side, barred on the Nigerien": both sides must be open for a way to be open.</summary>
    private static bool OtherSideStillShut(List<Finding> better, List<Finding> worse) =>
        worse.Exists(w =>
            w is { IsStillSo: true, ActingSide: not null } && better.TrueForAll(b => b.ActingSide != w.ActingSide)
        )
        || better.TrueForAll(f => f.ActingSide is not null)
            && worse.Exists(w =>
                w.ActingSide is not null
                && better.TrueForAll(b => b.ActingSide != w.ActingSide)
                && (w.Ongoing || w.Event.First > better[0].Event.First)
            );

    /// <summary>One finding out of several that say the same, with what each adds.</summary>
    private static Finding Merge(List<Finding> family, List<Finding>? against = null)
    {
        var body = family.FindAll(f => !f.Clause.InTitle);
        var main = body.Find(f => f.Weight == 2) ?? family[0];
        if (family.Exists(f => f.Change == Change.Closure) && main.Change == Change.Restriction && !main.Partly)
            main = family.First(f => f.Change == Change.Closure);
        return main with
        {
            Scope = ScopeOf(family, against),
            Trucks = family.Exists(f => f.Trucks),
            Ongoing = IsOngoing(family, main),
            Partly = family.Exists(f => f.Partly && (f.Clause == main.Clause || f.Clause.InTitle)),
            RestUnaffected = family.Exists(f => f.RestUnaffected),
            NothingFlows = family.Exists(f => f.NothingFlows),
            Exception = main.Exception,
            ActingSide = main.ActingSide ?? family.Find(f => f.ActingSide is not null)?.ActingSide,
            Direction = body.TrueForAll(f => f.Direction is not null) ? main.Direction : null, // one way only where nothing is said of the whole
            Hearsay = family.TrueForAll(f => f.Hearsay || f.Clause.InTitle),
            When = main.When.Day is null ? family.Find(f => f.When.Day is not null)?.When ?? main.When : main.When,
            Until = main.Until.IsNone ? family.Find(f => !f.Until.IsNone)?.Until ?? main.Until : main.Until,
        };
    }

    /// <summary>
    /// All when anyone says all or trade and people are both named; one class only when nothing in the body speaks of the
    /// crossing as a whole, or the rest is said to go on.
    /// </summary>
    private static Scope ScopeOf(List<Finding> family, List<Finding>? against)
    {
        var said = family.Select(f => f.Scope).Where(scope => scope != Scope.NotSaid).ToHashSet();
        if (said.Count == 0)
            return Scope.NotSaid;
        if (said.Contains(Scope.All) || said.Count > 1)
            return Scope.All;
        var only = said.First();
        var whole = family.Exists(f => f is { Scope: Scope.NotSaid, Weight: 2, Clause.InTitle: false });
        return !whole || family.Exists(f => f.RestUnaffected || f.IsForOneClass) || against is not null
            ? only
            : Scope.NotSaid;
    }

    private static bool IsOngoing(List<Finding> family, Finding main)
    {
        if (family.Find(f => f.Clause.InTitle) is { } title && title.Ongoing)
            return true;
        return main.Ongoing
            || TakesUp(main, family)
            || family.FindAll(f => !f.Clause.InTitle).Exists(f => f.Ongoing)
                && family.TrueForAll(f => f.Ongoing || f.IsState || f.Clause.InTitle);
    }

    /// <summary>"It was closed a week ago. “The port is closed”": the same closure, told again without its time.</summary>
    private static bool TakesUp(Finding main, List<Finding> family) =>
        main.When.IsNone
        && family.TrueForAll(f => !f.Clause.InTitle)
        && family.Exists(f => f is { Ongoing: true, Event.Cue.Event.Form: EventForm.Done } && f.Change == main.Change);
}

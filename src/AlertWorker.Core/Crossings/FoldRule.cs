namespace AlertWorker.Crossings;

/// <summary>A rule of the fold: its name for the ledger and its reason for a person.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Reason">One sentence.</param>
public sealed record FoldRule(string Name, string Reason)
{
    public static FoldRule FirstClaim { get; } =
        new("first-claim", "A change for the worse is believed at once, with its certainty.");

    public static FoldRule Refreshed { get; } = new("refreshed", "Says what is known already.");

    public static FoldRule SecondSource { get; } =
        new("second-source", "Another independent voice says what is known already.");

    public static FoldRule Copy { get; } =
        new("copy", "The text is a copy of one that was read already; a copy adds nothing, whatever its date.");

    public static FoldRule OlderThanKnown { get; } =
        new("older-than-known", "The event is older than what is known; it cannot overturn it.");

    public static FoldRule Background { get; } = new("background", "It tells of the past, not of now.");

    public static FoldRule TalksOnly { get; } =
        new("talks-only", "Talks, demands, hopes and conditions change nothing.");

    public static FoldRule NothingSaid { get; } = new("nothing-said", "It says nothing of the present state.");

    public static FoldRule NoSuchFlow { get; } = new("no-such-flow", "There is no such traffic at this crossing.");

    public static FoldRule WeakerSource { get; } =
        new("weaker-source", "What is known rests on stronger words than this.");

    public static FoldRule DeniedAlready { get; } =
        new("denied-already", "An authority has just said that it is open; a rumour cannot overturn that.");

    public static FoldRule CopiesCannotTurn { get; } =
        new("copies-cannot-turn", "An aggregator only repeats others; it cannot overturn a known state.");

    public static FoldRule LateCopy { get; } =
        new("late-copy", "\"Remains closed\" within hours of a reopening is an older story printed late.");

    public static FoldRule QueueOnly { get; } =
        new("queue-only", "Trucks that still wait after a reopening do not close the gate again.");

    public static FoldRule UnderNamed { get; } =
        new("border-wide-under-named", "A word on the whole border is weaker than one that names the crossing.");

    public static FoldRule KeptByException { get; } =
        new("kept-by-exception", "The closure goes on; those excepted may still pass.");

    public static FoldRule SameStory { get; } =
        new("same-story-background", "The same story tells of a newer event; this is how it was before.");

    public static FoldRule Reopened { get; } =
        new("reopened", "Likely or better, not in the future tense, and not contradicted by the closing side.");

    public static FoldRule BuildsOpen { get; } = new("builds-open", "Nothing was known; it is said to be open.");

    public static FoldRule AwaitingProof { get; } =
        new("awaiting-proof", "An opening needs a named office or two independent voices.");

    public static FoldRule ClosureAwaitsProof { get; } =
        new("closure-awaits-proof", "It was just proven open; one voice without an office does not close it again.");

    public static FoldRule ClosingSideSilent { get; } =
        new("closing-side-silent", "The side that closed it has not said so; the other side's word is not enough.");

    public static FoldRule GateIsNotIt { get; } =
        new("gate-is-not-it", "The gate was open all the time; the road, the system or the strike stops the trucks.");

    public static FoldRule PartOnly { get; } =
        new("part-only", "The crossing just opened for a part of the traffic; this repeats it without saying which.");

    public static FoldRule NeverClosed { get; } =
        new("never-closed", "An authority or an eye-witness refutes a closure that only weak sources told.");

    public static FoldRule Disputed { get; } =
        new("disputed", "Two words of like weight disagree; the last known state stays.");

    public static FoldRule ReopeningRefuted { get; } =
        new("reopening-refuted", "A fresh reopening is contradicted; until that is settled the closure counts.");

    public static FoldRule OtherSideShut { get; } =
        new("other-side-shut", "One side opened, the other keeps shut; the stricter side counts.");

    public static FoldRule DisputeSettled { get; } =
        new("dispute-settled", "An independent voice settles the dispute for the kept state.");

    public static FoldRule Excepted { get; } =
        new("exception", "A closed circle is let through; that is not a reopening.");

    public static FoldRule Promised { get; } = new("promised", "A named office gives a time; it will be watched.");

    public static FoldRule PromiseRepeated { get; } = new("promise-repeated", "The same promise again.");

    public static FoldRule PromiseMoved { get; } = new("promise-moved", "The promised time was changed.");

    public static FoldRule PlanRetold { get; } =
        new("plan-retold", "The closure is announced for later; until then \"closes\" tells of the plan.");

    public static FoldRule PromiseWithoutTime { get; } =
        new("promise-without-time", "A plan without a time cannot be watched; it changes nothing.");

    public static FoldRule PromiseHearsay { get; } =
        new("promise-hearsay", "A plan needs somebody with an office who says it.");

    public static FoldRule AlreadySo { get; } = new("already-so", "What is planned is so already.");

    public static FoldRule PromiseDenied { get; } = new("promise-denied", "An authority denies what was promised.");

    public static FoldRule ScheduledBegin { get; } =
        new("scheduled-begin", "The announced hour has come; an announced closure begins as announced.");

    public static FoldRule ScheduledEnd { get; } = new("scheduled-end", "A routine closure ends as announced.");

    public static FoldRule PromiseOverdue { get; } =
        new("promise-overdue", "The promised time passed and nobody reports the change.");

    public static FoldRule Faded { get; } =
        new("faded", "Nothing was heard for so long that the state is no longer known.");

    public static FoldRule Corrected { get; } =
        new("corrected-by-operator", "An operator withdrew what was told of it.");

    public static FoldRule Blind { get; } = new("blind", "No living source covers the crossing.");
}

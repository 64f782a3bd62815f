namespace AlertWorker.Alerts;

/// <summary>Why an alert was sent, or why none was: the last link of <c>explain</c>.</summary>
/// <param name="Name">The rule, kebab-case: first-claim, repeat, talks-only, awaiting-proof …</param>
/// <param name="Sentence">The same for a person.</param>
public sealed record AlertReason(string Name, string Sentence)
{
    public static AlertReason Backlog { get; } =
        new("backlog", "The first poll of a feed builds the status and alerts nobody.");

    public static AlertReason History { get; } =
        new("history", "The news is older than what is told as news; it only builds the status.");

    public static AlertReason Standing { get; } =
        new("standing", "It has been so for weeks and was only not known here; that builds the status and is no news.");

    public static AlertReason Repeat { get; } = new("repeat", "Followers know this already.");

    public static AlertReason FirstClaim { get; } =
        new("first-claim", "The first word of a change for the worse is told at once, with its certainty.");

    public static AlertReason Worse { get; } = new("worse", "More of the traffic is stopped than was told.");

    public static AlertReason Reopened { get; } =
        new(
            "reopened",
            "Said in the past or present tense, likely or better, and not contradicted by the closing side."
        );

    public static AlertReason PartOpened { get; } =
        new("part-opened", "Some traffic may pass again, trucks are not free to go.");

    public static AlertReason StrongerSource { get; } =
        new("stronger-source", "A stronger or second independent source says the same.");

    public static AlertReason Dispute { get; } =
        new("dispute", "Live statements disagree and neither outweighs; the last known state stays.");

    public static AlertReason NeverSo { get; } =
        new("never-so", "What was told turned out wrong; whoever was told must hear it.");

    public static AlertReason Promise { get; } =
        new("promise", "Somebody with a name or office promised a change and gave its time.");

    public static AlertReason PromiseMoved { get; } = new("promise-moved", "The announced time was changed.");

    public static AlertReason PromiseDenied { get; } =
        new("promise-denied", "Somebody with authority denies what was announced.");

    public static AlertReason PromiseOverdue { get; } =
        new("promise-overdue", "The promised time passed and nobody reports the change.");

    public static AlertReason Faded { get; } =
        new("faded", "Nothing was heard for so long that the last state is no longer known to hold.");

    public static AlertReason Blind { get; } =
        new("blind", "No source that covers this crossing is alive, so its state is no longer known.");

    public static AlertReason Exception { get; } =
        new("exception", "A closed circle is let through; that is not a reopening.");

    public static AlertReason Routine { get; } =
        new("routine", "Posted hours, weekly days off and holidays are announced at most, never an incident.");

    public static AlertReason NothingNew { get; } = new("nothing-new", "No flow changed.");
}

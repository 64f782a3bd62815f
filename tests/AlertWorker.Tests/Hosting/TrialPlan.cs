namespace AlertWorker.Hosting;

/// <summary>How large a trial is.</summary>
/// <param name="Crossings">How many close and reopen, each told by a feed of its own.</param>
/// <param name="Every">Interval of every feed.</param>
/// <param name="Frozen">How long a node is stopped and continued.</param>
/// <param name="Away">How long the database is away.</param>
/// <param name="Patience">How long the news of a phase may take, with a node dead.</param>
internal sealed record TrialPlan(
    int Feeds,
    int Crossings,
    TimeSpan Every,
    TimeSpan Frozen,
    TimeSpan Away,
    TimeSpan Patience
)
{
    public static TrialPlan Short { get; } =
        new(12, 8, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

    public static TrialPlan Long { get; } =
        new(
            100,
            40,
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(60),
            TimeSpan.FromSeconds(5),
            TimeSpan.FromMinutes(3)
        );
}

using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>
/// A second set of rules beside the live one: it hears the same claims, keeps a book of its own that begins as a copy of the live one,
/// sends nothing, and tells where it would have alerted otherwise.
/// </summary>
public sealed class Shadow(AlertDesk desk, CrossingBook live, DateTimeOffset began)
{
    /// <summary>Two alerts of one kind on one crossing that are nearer than this are the same.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    private readonly SimulatedClock clock = SimulatedClock.From(desk, live, began);
    private readonly List<ShadowDifference> open = [];

    /// <summary>Up to when it has heard everything, UTC.</summary>
    public DateTimeOffset Heard => clock.Now;

    /// <summary>Plays what was read, and the timers on the way.</summary>
    public void Hear(HeardEntry heard) => Note(clock.Hear(heard));

    /// <summary>Lets time pass.</summary>
    public void MoveTo(DateTimeOffset time) => Note(clock.MoveTo(time));

    /// <summary>Takes note of what was really sent.</summary>
    public void Sent(Alert alert) => Note(alert, live: true);

    /// <summary>The alerts of one side that found no counterpart on the other; each is told once.</summary>
    public IReadOnlyList<ShadowDifference> Differences()
    {
        var settled = open.FindAll(one => one.Alert.At < Heard - Together);
        open.RemoveAll(settled.Contains);
        return settled;
    }

    private void Note(IEnumerable<DeskOutcome> outcomes)
    {
        foreach (
            var alert in outcomes
                .SelectMany(outcome => outcome.Decisions)
                .Select(decision => decision.Alert)
                .OfType<Alert>()
        )
            Note(alert, live: false);
    }

    private void Note(Alert alert, bool live)
    {
        var same = open.FindIndex(one =>
            one.Live != live
            && one.Alert.Crossing == alert.Crossing
            && one.Alert.Kind == alert.Kind
            && (one.Alert.At - alert.At).Duration() <= Together
        );
        if (same >= 0)
            open.RemoveAt(same);
        else
            open.Add(new ShadowDifference(alert, live));
    }
}

using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>An operator takes back what was told.</summary>
public sealed class CorrectionTests
{
    private readonly Gate gate = new();
    private readonly AlertDesk desk = new(Gate.Crossings, new FoldRules());

    private DeskOutcome Corrected(Alert alert, double hour) =>
        desk.Correct(gate.Book, alert, "That photograph is old.", Gate.Dawn.AddHours(hour));

    [Fact]
    public void A_closure_taken_back_leaves_what_was_known_before_it()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Usual).Hears(30, Voice.Official("AF"), Word.Closed);

        var outcome = Corrected(gate.Alerts[0], 40);

        var status = outcome.Book["gate"]!;
        Assert.Equal((Status.Open, null), (status.Headline, status.Incident));
        var step = Assert.Single(outcome.Steps);
        Assert.Equal(("corrected-by-operator", "closed → open"), (step.Rule, step.Effect));
        Assert.Contains("That photograph is old.", step.Reason, StringComparison.Ordinal);
        Assert.All(outcome.Decisions, decision => Assert.Null(decision.Alert));
    }

    [Fact]
    public void Where_nothing_was_known_nothing_is_known_again_and_nobody_waits_for_an_end()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed);

        var outcome = Corrected(gate.Alerts[0], 2);

        Assert.Equal((Status.Unknown, null), (outcome.Book["gate"]!.Headline, outcome.Book["gate"]!.Incident));
        Assert.Null(outcome.Book["gate"]!.Told!.Owed);
    }

    [Fact]
    public void A_false_reopening_goes_back_to_the_closure_and_its_incident()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed).Hears(30, Voice.Official("PK", "times"), Word.Reopened);

        var status = Corrected(gate.Alerts[1], 31).Book["gate"]!;

        Assert.Equal((Status.Closed, gate.Alerts[0].Incident), (status.Headline, status.Incident?.Id));
        Assert.Equal(gate.Alerts[0].Since, status.Since);
    }

    [Fact]
    public void What_has_changed_since_is_left_as_it_is()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed).Hears(30, Voice.Official("PK", "times"), Word.Reopened);

        Assert.Equal(Status.Open, Corrected(gate.Alerts[0], 31).Book["gate"]!.Headline);
    }

    [Fact]
    public void A_withdrawn_announcement_is_watched_no_more()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed).Hears(2, Voice.Official("PK"), Word.WillReopen(50));

        var status = Corrected(gate.Alerts[1], 3).Book["gate"]!;

        Assert.Equal((Status.Closed, null), (status.Headline, status.Expected));
    }
}

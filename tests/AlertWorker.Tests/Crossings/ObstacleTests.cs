using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What no government decided: a strike, a blocked road, a dead computer beside an open gate.</summary>
public sealed class ObstacleTests
{
    private static readonly Claim Strike = Word.Closed with { Cause = "strike" };

    private readonly Gate gate = new();

    private Gate Struck => gate.Hears(1, Voice.Official("PK"), Strike);

    [Theory]
    [InlineData("strike")]
    [InlineData("road-blocked")]
    [InlineData("customs-outage")]
    public void Trucks_stop_and_of_people_nothing_is_said(string cause)
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed with { Cause = cause });

        Assert.Equal((Status.Closed, Status.Unknown), (gate.Cargo, gate.People));
    }

    [Fact]
    public void A_paper_in_its_own_voice_may_end_it()
    {
        Struck.Hears(30, Voice.Outlet("times"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
        Assert.Equal(Certainty.Possible, gate.Alerts[1].Certainty);
    }

    [Fact]
    public void A_robot_or_an_unnamed_voice_may_not()
    {
        var someone = Voice.Outlet("times") with { Speaker = new Speaker(null, "sources", null, SpeakerKind.Unnamed) };

        Struck.Hears(30, Voice.Robot, Word.Reopened).Hears(31, someone, Word.Reopened);

        Assert.Equal(Status.Closed, gate.Cargo);
    }

    [Fact]
    public void Either_side_may_report_its_end()
    {
        Struck.Hears(30, Voice.Official("AF", "times"), Word.TradeResumed);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
        Assert.False(gate.Status.Disputed);
    }

    [Fact]
    public void That_the_gate_is_open_does_not_end_it()
    {
        Struck.Hears(8, Voice.Notice("PK"), Word.Usual);

        Assert.Equal(("gate-is-not-it", Status.Closed, 1), (gate.LastRule, gate.Cargo, gate.Alerts.Count));
    }

    [Fact]
    public void A_queue_does_not_close_the_gate_again()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(30, Voice.Official("PK", "times"), Word.Reopened)
            .Hears(60, Voice.Trader("mail"), Word.StillClosed with { Cause = "congestion" });

        Assert.Equal(("queue-only", Status.Open), (gate.LastRule, gate.Status.Headline));
    }

    [Fact]
    public void It_is_remembered_for_weeks()
    {
        Struck.Until(24 * 25);

        Assert.Equal([AlertKind.Closed], gate.Kinds);
    }
}

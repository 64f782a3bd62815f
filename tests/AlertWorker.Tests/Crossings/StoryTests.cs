using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>What one story says twice, what several stories copy, and what a story says of a whole border.</summary>
public sealed class StoryTests
{
    private const string Notice =
        "The administration informs the public that the crossing has been closed to all traffic until further orders "
        + "because of repairs to the barrier and the road in front of the terminal, and asks drivers to stay away.";

    private readonly Gate gate = new();

    [Fact]
    public void An_office_is_heard_although_a_paper_printed_its_notice_first_but_not_as_a_second_witness()
    {
        gate.Hears(1, Voice.Outlet("post") with { Text = Notice }, Word.Closed)
            .Hears(2, Voice.Notice("PK") with { Text = Notice }, Word.Closed);

        Assert.Equal([AlertKind.Closed, AlertKind.Confirmed], gate.Kinds);
        Assert.Equal(Certainty.Likely, gate.Status.Certainty);
    }

    [Fact]
    public void A_paper_that_prints_a_notice_again_adds_nothing()
    {
        gate.Hears(1, Voice.Notice("PK") with { Text = Notice }, Word.Closed)
            .Hears(2, Voice.Outlet("post") with { Text = Notice }, Word.Closed);

        Assert.Equal(("copy", Certainty.Likely), (gate.LastRule, gate.Status.Certainty));
    }

    [Fact]
    public void A_border_that_reopens_in_the_headline_opens_only_the_posts_that_are_named()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Crossing = "border:AF-PK" })
            .Hears(
                30,
                Voice.Official("PK", "times"),
                Word.Reopened with
                {
                    Crossing = "border:AF-PK",
                },
                Word.Reopened with
                {
                    Crossing = "pass",
                }
            );

        Assert.Equal(Status.Closed, gate.Status.Headline);
        Assert.Equal(Status.Open, gate.Book["pass"]!.Headline);
    }

    [Fact]
    public void What_is_not_believed_of_trucks_is_not_believed_of_people()
    {
        gate.Hears(1, Voice.Official("PK"), Word.TradeStopped)
            .Hears(30, Voice.Official("PK", "times"), Word.TradeResumed)
            .Hears(60, Voice.Robot, Word.Closed);

        Assert.Equal((Status.Open, Status.Unknown), (gate.Cargo, gate.People));
        Assert.Equal(2, gate.Alerts.Count);
    }

    [Fact]
    public void Old_news_beside_a_threat_of_today_is_still_old()
    {
        gate.Hears(
            1,
            Voice.Official("PK"),
            Word.Closed with
            {
                EventTime = Gate.Dawn.AddDays(-7),
            },
            Word.Closed with
            {
                Stance = Stance.Supposed,
            }
        );

        Assert.Empty(gate.Alerts);
    }

    [Fact]
    public void A_story_does_not_move_its_own_date()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(2, Voice.Official("PK"), Word.WillReopen(50), Word.WillReopen(90));

        Assert.Equal(Gate.Dawn.AddHours(50), Assert.Single(gate.Status.Now.Promises).At);
    }

    [Fact]
    public void Who_promises_an_opening_does_not_deny_the_closure()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(2, Voice.Official("PK", "times"), Word.WillReopen(50), Word.Denied);

        Assert.Equal([AlertKind.Closed, AlertKind.Announced], gate.Kinds);
        Assert.False(gate.Status.Disputed);
    }

    [Fact]
    public void Opened_by_the_side_that_did_not_close_it_is_disputed_at_once()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed with { ActingSide = "PK" })
            .Hears(2, Voice.Outlet("herald"), Word.Closed with { ActingSide = "PK" })
            .Hears(30, Voice.Official("AF", "times"), Word.Reopened);

        Assert.Equal(AlertKind.Disputed, gate.Alerts[^1].Kind);
        Assert.Equal(Status.Closed, gate.Cargo);
    }

    [Fact]
    public void Who_told_of_the_other_sides_closure_may_tell_of_its_end()
    {
        gate.Hears(1, Voice.Notice("AF"), Word.Closed with { ActingSide = "PK" })
            .Hears(30, Voice.Notice("AF"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
    }

    [Fact]
    public void An_opening_that_is_proven_twice_is_not_refuted_by_one_paper()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(30, Voice.Official("PK", "times"), Word.Reopened)
            .Hears(31, Voice.Outlet("herald"), Word.Reopened)
            .Hears(60, Voice.Trader("mail"), Word.StillClosed);

        Assert.Equal(("weaker-source", Status.Open), (gate.LastRule, gate.Status.Headline));
    }
}

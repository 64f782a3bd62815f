using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

public sealed class OpeningTests
{
    private readonly Gate gate = new();

    private Gate Shut => gate.Hears(1, Voice.Official("PK"), Word.Closed with { ActingSide = "PK" });

    [Fact]
    public void A_named_office_of_the_closing_side_reopens()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
        Assert.Equal(gate.Alerts[0].Incident, gate.Alerts[1].Incident);
        Assert.Null(gate.Status.Incident);
    }

    [Fact]
    public void A_paper_in_its_own_voice_waits_for_a_second()
    {
        Shut.Hears(30, Voice.Outlet("times"), Word.Reopened);
        Assert.Equal(("awaiting-proof", Status.Closed), (gate.LastRule, gate.Status.Headline));

        gate.Hears(31, Voice.Outlet("herald"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
        Assert.Equal(["e3", "e2"], gate.Alerts[1].Because);
    }

    [Fact]
    public void A_robot_is_no_second_voice_for_an_opening()
    {
        Shut.Hears(30, Voice.Outlet("times"), Word.Reopened).Hears(31, Voice.Robot, Word.Reopened);

        Assert.Equal(Status.Closed, gate.Status.Headline);
    }

    [Fact]
    public void Still_closed_cancels_an_unproven_opening()
    {
        Shut.Hears(30, Voice.Outlet("times"), Word.Reopened)
            .Hears(31, Voice.Trader("herald"), Word.StillClosed)
            .Hears(32, Voice.Outlet("mail"), Word.Reopened);

        Assert.Equal(Status.Closed, gate.Status.Headline);
    }

    [Fact]
    public void The_other_sides_word_alone_is_disputed_while_the_closing_side_is_silent()
    {
        Shut.Hears(30, Voice.Official("AF", "times"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Disputed], gate.Kinds);
        Assert.Equal((Status.Closed, true), (gate.Cargo, gate.Status.Disputed));
        Assert.Equal(2, gate.Alerts[1].Quotes.Count);
    }

    [Fact]
    public void Opened_by_one_still_shut_by_the_other_is_closed()
    {
        gate.Hears(1, Voice.Notice("AF"), Word.Closed)
            .Hears(30, Voice.Notice("AF"), Word.Reopened)
            .Hears(33, Voice.Official("PK"), Word.StillClosed with { ActingSide = "PK" });

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened, AlertKind.Closed], gate.Kinds);
        Assert.Equal("other-side-shut", gate.Alerts[2].Reason);
        Assert.Equal(["e3", "e2"], gate.Alerts[2].Because);
        Assert.Equal(gate.Alerts[0].Incident, gate.Alerts[2].Incident);
    }

    [Fact]
    public void The_second_gate_ends_it()
    {
        gate.Hears(1, Voice.Notice("AF"), Word.Closed)
            .Hears(30, Voice.Notice("AF"), Word.Reopened)
            .Hears(33, Voice.Official("PK"), Word.StillClosed with { ActingSide = "PK" })
            .Hears(60, Voice.Official("PK", "times"), Word.Reopened);

        Assert.Equal(Status.Open, gate.Status.Headline);
        Assert.Equal(AlertKind.Reopened, gate.Alerts[^1].Kind);
    }

    [Fact]
    public void A_story_printed_late_does_not_close_again()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.Reopened)
            .Hears(34, Voice.Outlet("herald"), Word.StillClosed);

        Assert.Equal(("late-copy", Status.Open), (gate.LastRule, gate.Status.Headline));
    }

    [Fact]
    public void A_false_resumed_is_taken_back_with_both_quotes()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.Reopened)
            .Hears(48, Voice.Trader("herald"), Word.StillClosed);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened, AlertKind.Disputed], gate.Kinds);
        Assert.Equal((Status.Closed, true), (gate.Cargo, gate.Alerts[2].Disputed));
        Assert.Equal(["e3", "e2"], gate.Alerts[2].Because);
        Assert.Equal(gate.Alerts[0].Since, gate.Status.Since);
    }

    [Fact]
    public void Cargo_first_is_a_reopening_people_two_days_later_another()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.TradeResumed)
            .Hears(78, Voice.Official("PK", "times"), Word.PeopleAllowed);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened, AlertKind.Reopened], gate.Kinds);
        Assert.Equal(Status.Restricted, gate.Alerts[1].Status);
        Assert.Equal(Status.Open, gate.Alerts[2].Status);
    }

    [Fact]
    public void People_first_is_told_as_restricted()
    {
        Shut.Hears(30, Voice.Outlet("times"), Word.PeopleAllowed);

        Assert.Equal([AlertKind.Closed, AlertKind.Restricted], gate.Kinds);
        Assert.Equal((Status.Closed, Status.Closed, Status.Open), (gate.Status.Headline, gate.Cargo, gate.People));
    }

    [Fact]
    public void Reopened_without_saying_for_whom_repeats_the_part_that_opened()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.PeopleAllowed)
            .Hears(33, Voice.Outlet("herald"), Word.Reopened)
            .Hears(34, Voice.Outlet("mail"), Word.Reopened);

        Assert.Equal(Status.Closed, gate.Cargo);
        Assert.Equal("part-only", gate.LastRule);
    }

    [Fact]
    public void The_stranded_who_go_home_open_nothing()
    {
        Shut.Hears(30, Voice.Official("PK", "times"), Word.StrandedGoHome)
            .Hears(54, Voice.Trader("post"), Word.StillClosed);

        Assert.Equal([AlertKind.Closed, AlertKind.Restricted], gate.Kinds);
        Assert.Equal((Status.Closed, Status.Restricted), (gate.Cargo, gate.People));
        Assert.Equal("kept-by-exception", gate.LastRule);
    }

    [Fact]
    public void Stranded_trucks_let_through_are_told_once_and_leave_cargo_closed()
    {
        Shut.Hears(30, Voice.Notice("PK"), Word.StrandedTrucks)
            .Hears(50, Voice.Official("PK", "times"), Word.StrandedTrucks);

        Assert.Equal([AlertKind.Closed, AlertKind.Restricted], gate.Kinds);
        Assert.Equal(Status.Closed, gate.Cargo);
    }

    [Fact]
    public void A_denial_by_the_authority_corrects_a_rumour()
    {
        gate.Hears(1, Voice.Rumour, Word.Closed).Hears(4, Voice.Notice("PK"), Word.Denied);

        Assert.Equal([AlertKind.Closed, AlertKind.Correction], gate.Kinds);
        Assert.True(gate.Alerts[1].Loud);
        Assert.Equal(Status.Open, gate.Status.Headline);
    }

    [Fact]
    public void A_rumour_after_the_denial_is_not_told()
    {
        gate.Hears(1, Voice.Rumour, Word.Closed)
            .Hears(4, Voice.Notice("PK"), Word.Denied)
            .Hears(20, Voice.Rumour, Word.Closed)
            .Hears(21, Voice.Outlet("post"), Word.Closed);

        Assert.Equal([AlertKind.Closed, AlertKind.Correction], gate.Kinds);
        Assert.Equal("denied-already", gate.LastRule);
    }

    [Fact]
    public void The_same_office_may_close_what_it_said_was_open()
    {
        gate.Hears(4, Voice.Notice("PK"), Word.Denied).Hears(20, Voice.Notice("PK"), Word.Closed);

        Assert.Equal([AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void Two_organs_of_one_state_are_a_dispute_and_the_closure_stays()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed).Hears(5, Voice.Notice("PK"), Word.Denied);

        Assert.Equal([AlertKind.Closed, AlertKind.Disputed], gate.Kinds);
        Assert.Equal(Status.Closed, gate.Status.Headline);
        Assert.Equal(["e1", "e2"], gate.Alerts[1].Because);
    }

    [Fact]
    public void An_independent_office_settles_the_dispute_for_the_kept_state()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(5, Voice.Notice("PK"), Word.Denied)
            .Hears(20, Voice.Official("AF", "herald"), Word.StillClosed);

        Assert.Equal(AlertKind.Confirmed, gate.Alerts[^1].Kind);
        Assert.False(gate.Status.Disputed);
    }

    [Fact]
    public void What_never_closed_for_sure_does_not_reopen()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed).Hears(5, Voice.Official("PK", "times"), Word.Usual);

        Assert.Equal([AlertKind.Closed, AlertKind.Correction], gate.Kinds);
    }

    [Fact]
    public void Open_as_usual_is_no_news()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Usual);

        Assert.Empty(gate.Alerts);
        Assert.Equal(Status.Open, gate.Status.Headline);
    }
}

using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

public sealed class ClosureTests
{
    private readonly Gate gate = new();

    [Fact]
    public void A_closure_is_told_at_once_even_by_a_rumour_as_possible()
    {
        gate.Hears(1, Voice.Rumour, Word.Closed);

        var alert = Assert.Single(gate.Alerts);
        Assert.Equal(
            (AlertKind.Closed, Status.Closed, Certainty.Possible),
            (alert.Kind, alert.Status, alert.Certainty)
        );
        Assert.Equal("first-claim", alert.Reason);
        Assert.Equal("gate/2024-03-04", alert.Incident);
        Assert.Equal("so it is said", Assert.Single(alert.Quotes).Text);
    }

    [Fact]
    public void An_office_after_a_rumour_confirms_quietly_and_once()
    {
        gate.Hears(1, Voice.Rumour, Word.Closed)
            .Hears(2, Voice.Official("PK"), Word.Closed)
            .Hears(3, Voice.Notice("PK"), Word.StillClosed);

        Assert.Equal([AlertKind.Closed, AlertKind.Confirmed], gate.Kinds);
        Assert.False(gate.Alerts[1].Loud);
        Assert.Equal(gate.Alerts[0].Incident, gate.Alerts[1].Incident);
    }

    [Fact]
    public void Two_independent_papers_make_it_likely()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed).Hears(2, Voice.Outlet("times"), Word.Closed);

        Assert.Equal(Certainty.Likely, gate.Status.Certainty);
    }

    [Fact]
    public void Two_feeds_of_one_publisher_are_one_witness()
    {
        var sister = Voice.Outlet("post") with { Source = Voice.Paper("post-urdu") with { Publisher = "post" } };

        gate.Hears(1, Voice.Outlet("post"), Word.Closed).Hears(2, sister, Word.Closed);

        Assert.Equal(Certainty.Possible, gate.Status.Certainty);
    }

    [Fact]
    public void A_robot_adds_nothing()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed).Hears(2, Voice.Robot, Word.Closed);

        Assert.Equal(Certainty.Possible, gate.Status.Certainty);
        Assert.Single(gate.Alerts);
    }

    [Theory]
    [InlineData("The gate is shut, an officer told AFP on Monday evening.")]
    [InlineData("LANDI KOTAL, March 4 (AFP) - The gate is shut.")]
    [InlineData("The gate is shut, AFP reported.")]
    public void Two_papers_with_one_agency_are_one_witness(string text)
    {
        gate.Hears(1, Voice.Outlet("post") with { Text = text }, Word.Closed)
            .Hears(2, Voice.Outlet("times") with { Text = "Nobody passes, the news agency says (AFP)." }, Word.Closed);

        Assert.Equal(Certainty.Possible, gate.Status.Certainty);
    }

    [Fact]
    public void Two_papers_that_quote_one_commissioner_stay_likely()
    {
        gate.Hears(1, Voice.Official("PK", "post"), Word.Closed).Hears(2, Voice.Official("PK", "times"), Word.Closed);

        Assert.Equal(Certainty.Likely, gate.Status.Certainty);
    }

    [Fact]
    public void An_official_and_a_second_paper_make_it_observed_without_another_message()
    {
        gate.Hears(1, Voice.Official("PK", "post"), Word.Closed).Hears(2, Voice.Outlet("times"), Word.Closed);

        Assert.Equal(Certainty.Observed, gate.Status.Certainty);
        Assert.Single(gate.Alerts);
    }

    [Fact]
    public void Day_counts_refresh_and_never_alert()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(30, Voice.Outlet("times"), Word.StillClosed)
            .Hears(54, Voice.Trader("herald"), Word.StillClosed);

        Assert.Single(gate.Alerts);
        Assert.Equal(Gate.Dawn.AddHours(54).AddMinutes(-5), gate.Status.AsOf);
    }

    [Fact]
    public void Remains_closed_is_news_to_who_knows_nothing()
    {
        gate.Hears(1, Voice.Official("PK"), Word.StillClosed);

        Assert.Equal([AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void Trade_stopped_while_people_pass_is_closed()
    {
        gate.Hears(1, Voice.Official("PK"), Word.TradeStopped, Word.PeopleAllowed with { Alerting = false });

        Assert.Equal((Status.Closed, Status.Closed, Status.Open), (gate.Status.Headline, gate.Cargo, gate.People));
    }

    [Fact]
    public void People_barred_while_cargo_passes_is_restricted()
    {
        gate.Hears(1, Voice.Official("PK"), Word.PeopleBarred);

        Assert.Equal((Status.Restricted, Status.Closed), (gate.Status.Headline, gate.People));
        Assert.Equal([AlertKind.Restricted], gate.Kinds);
    }

    [Fact]
    public void One_direction_of_trade_stopped_is_restricted()
    {
        var oneWay = Word.TradeStopped with
        {
            Status = Status.Restricted,
            Change = Change.Restriction,
            Direction = new Direction("PK", "AF"),
        };

        gate.Hears(1, Voice.Official("PK"), oneWay);

        Assert.Equal((Status.Restricted, Status.Closed), (gate.Status.Headline, gate.Cargo));
    }

    [Fact]
    public void Closed_for_everybody_after_trucks_only_is_told()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.TradeStopped)
            .Hears(5, Voice.Notice("PK"), Word.Closed with { Scope = Scope.All });

        Assert.Equal([AlertKind.Closed, AlertKind.Closed], gate.Kinds);
        Assert.Equal(Status.Closed, gate.People);
    }

    [Fact]
    public void A_loose_closed_after_trade_stopped_is_not_told_again()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.TradeStopped).Hears(5, Voice.Outlet("post"), Word.Closed);

        Assert.Single(gate.Alerts);
    }

    [Fact]
    public void A_robot_cannot_close_what_is_known_open()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Usual).Hears(40, Voice.Robot, Word.Closed);

        Assert.Empty(gate.Alerts);
        Assert.Equal("copies-cannot-turn", gate.LastRule);
    }

    [Fact]
    public void One_voice_without_office_does_not_undo_a_proven_reopening_two_do()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(20, Voice.Official("PK"), Word.Reopened)
            .Hears(30, Voice.Outlet("post"), Word.Closed);
        Assert.Equal("closure-awaits-proof", gate.LastRule);

        gate.Hears(31, Voice.Outlet("times"), Word.Closed);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened, AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void A_relapse_told_by_an_office_is_told_at_once()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(20, Voice.Official("PK"), Word.Reopened)
            .Hears(23, Voice.Official("PK", "times"), Word.Closed);

        Assert.Equal([AlertKind.Closed, AlertKind.Reopened, AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void Talks_threats_and_the_past_change_nothing()
    {
        gate.Hears(
            1,
            Voice.Official("PK"),
            Word.Closed with
            {
                Stance = Stance.Supposed,
            },
            Word.Reopened with
            {
                Stance = Stance.Asked,
            },
            Word.Closed with
            {
                Stance = Stance.Past,
            }
        );

        Assert.Empty(gate.Alerts);
        Assert.Equal(
            ["talks-only", "talks-only", "background"],
            gate.Steps.Select(step => step.Rule).Order().Reverse()
        );
        Assert.Equal("background", Assert.Single(gate.Decisions).Reason.Name);
    }
}

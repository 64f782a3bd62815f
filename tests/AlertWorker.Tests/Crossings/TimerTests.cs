using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

public sealed class TimerTests
{
    private readonly Gate gate = new();

    private Gate Shut => gate.Hears(1, Voice.Official("PK"), Word.Closed);

    [Fact]
    public void A_promise_is_announced_once_however_often_it_is_repeated()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(51))
            .Hears(12, Voice.Official("PK", "times"), Word.WillReopen(51))
            .Hears(20, Voice.Robot, Word.WillReopen(48, dayOnly: true));

        Assert.Equal([AlertKind.Closed, AlertKind.Announced], gate.Kinds);
        Assert.Equal("2024-03-06T03:00:00Z", gate.Alerts[1].Scheduled!.Text);
    }

    [Fact]
    public void A_promise_that_passes_is_overdue_once_at_its_own_time()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(51)).Until(200);

        Assert.Equal([AlertKind.Closed, AlertKind.Announced, AlertKind.Overdue], gate.Kinds);
        Assert.Equal(Gate.Dawn.AddHours(54), gate.Alerts[2].At);
        Assert.Equal(Status.Closed, gate.Status.Headline);
    }

    [Fact]
    public void A_promise_for_a_day_is_overdue_when_the_day_is_over()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(48, dayOnly: true)).Until(200);

        Assert.Equal(Gate.Dawn.AddHours(72), gate.Alerts[^1].At);
    }

    [Fact]
    public void A_promise_kept_is_never_overdue()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(51))
            .Hears(51, Voice.Official("PK", "times"), Word.Reopened)
            .Until(200);

        Assert.Equal([AlertKind.Closed, AlertKind.Announced, AlertKind.Reopened], gate.Kinds);
    }

    [Fact]
    public void A_promise_and_a_paper_that_reports_it_kept_are_two_voices()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(51)).Hears(52, Voice.Outlet("times"), Word.Reopened);

        Assert.Equal(AlertKind.Reopened, gate.Alerts[^1].Kind);
    }

    [Fact]
    public void What_the_closing_side_promised_the_other_side_may_report()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.Closed)
            .Hears(10, Voice.Notice("PK"), Word.WillReopen(51))
            .Hears(52, Voice.Official("AF", "times"), Word.Reopened);

        Assert.Equal(AlertKind.Reopened, gate.Alerts[^1].Kind);
    }

    [Fact]
    public void A_promise_moved_is_announced_again_and_only_the_new_hour_counts()
    {
        Shut.Hears(10, Voice.Official("PK"), Word.WillReopen(51))
            .Hears(30, Voice.Official("PK"), Word.WillReopen(99))
            .Until(200);

        Assert.Equal([AlertKind.Closed, AlertKind.Announced, AlertKind.Announced, AlertKind.Overdue], gate.Kinds);
        Assert.Equal("promise-moved", gate.Alerts[2].Reason);
        Assert.Equal(Gate.Dawn.AddHours(102), gate.Alerts[3].At);
    }

    [Fact]
    public void Hearsay_promises_nothing()
    {
        Shut.Hears(10, Voice.Outlet("times"), Word.WillReopen(51))
            .Hears(11, Voice.Trader("herald"), Word.WillReopen(51));

        Assert.Equal([AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void A_promise_denied_by_the_other_side_is_disputed()
    {
        Shut.Hears(10, Voice.Notice("PK"), Word.WillReopen(51))
            .Hears(20, Voice.Notice("AF"), Word.NotReopened)
            .Until(200);

        Assert.Equal([AlertKind.Closed, AlertKind.Announced, AlertKind.Disputed], gate.Kinds);
    }

    [Fact]
    public void An_announced_closure_begins_as_announced()
    {
        gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34)).Until(100);

        Assert.Equal([AlertKind.Announced, AlertKind.Closed], gate.Kinds);
        Assert.Equal(Gate.Dawn.AddHours(34), gate.Alerts[1].At);
        Assert.Equal("scheduled-begin", gate.Alerts[1].Reason);
        Assert.Equal(gate.Alerts[0].Incident, gate.Alerts[1].Incident);
    }

    [Fact]
    public void A_closure_of_the_whole_border_does_not_begin_where_a_word_has_named_the_crossing_open_since()
    {
        var decree = Word.WillClose(34) with { Crossing = "border:AF-PK" };
        gate.Hears(10, Voice.Notice("PK"), decree).Hears(12, Voice.Outlet("post"), Word.Usual).Until(40);
        Assert.Equal(Status.Open, gate.Status.Headline);

        var unnamed = new Gate();
        unnamed.Hears(8, Voice.Outlet("post"), Word.Usual).Hears(10, Voice.Notice("PK"), decree).Until(40);
        Assert.Equal(Status.Closed, unnamed.Status.Headline);
    }

    [Fact]
    public void Until_its_hour_papers_retell_the_plan()
    {
        gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34)).Hears(20, Voice.Outlet("post"), Word.Closed);

        Assert.Equal([AlertKind.Announced], gate.Kinds);
        Assert.Equal("plan-retold", gate.LastRule);
    }

    [Fact]
    public void A_closure_announced_without_an_office_waits_to_be_reported()
    {
        gate.Hears(10, Voice.Outlet("post"), Word.WillClose(34)).Until(60);

        Assert.Equal([AlertKind.Announced], gate.Kinds);
    }

    [Fact]
    public void The_end_of_an_announced_closure_is_watched_not_believed()
    {
        gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34, until: 58)).Until(110);

        Assert.Equal([AlertKind.Announced, AlertKind.Closed, AlertKind.Overdue], gate.Kinds);
        Assert.Equal(Status.Closed, gate.Status.Headline);
    }

    [Fact]
    public void A_holiday_is_announced_and_begins_and_ends_without_an_alarm()
    {
        gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34, until: 82, cause: "holiday")).Until(40);
        Assert.Equal(Status.Closed, gate.Status.Headline);
        Assert.Null(gate.Status.Incident);

        gate.Hears(60, Voice.Outlet("post"), Word.StillClosed with { Cause = "holiday" }).Until(90);

        Assert.Equal([AlertKind.Announced], gate.Kinds);
        Assert.Equal(Status.Open, gate.Status.Headline);
    }

    [Fact]
    public void A_weather_closure_is_unknown_after_a_day_and_a_half_without_news()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.Closed with { Cause = "weather" })
            .Hears(10, Voice.Outlet("post"), Word.StillClosed)
            .Until(200);

        Assert.Equal([AlertKind.Closed, AlertKind.Unknown], gate.Kinds);
        Assert.Equal(Gate.Dawn.AddHours(46).AddMinutes(-5), gate.Alerts[1].At);
        Assert.NotEmpty(gate.Alerts[1].Quotes);
    }

    [Fact]
    public void A_political_closure_is_remembered_for_weeks()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.Closed with { Cause = "political" }).Until(24 * 40);

        Assert.Equal(Status.Closed, gate.Status.Headline);
    }

    [Fact]
    public void What_only_hearsay_told_is_forgotten_within_a_week()
    {
        gate.Hears(1, Voice.Robot, Word.Closed).Hears(2, Voice.Rumour, Word.StillClosed).Until(24 * 9);

        Assert.Equal([AlertKind.Closed, AlertKind.Unknown], gate.Kinds);
        Assert.InRange(gate.Alerts[1].At, Gate.Dawn.AddDays(7), Gate.Dawn.AddDays(7.5));
    }

    [Fact]
    public void A_part_that_opens_after_the_closure_faded_is_told_as_an_opening()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.Closed with { Cause = "weather" })
            .Hears(60, Voice.Notice("PK"), Word.PeopleAllowed, Word.TradeStopped);

        Assert.Equal([AlertKind.Closed, AlertKind.Unknown, AlertKind.Restricted], gate.Kinds);
        Assert.Equal(("part-opened", Status.Closed), (gate.Alerts[2].Reason, gate.Alerts[2].Status));
    }

    [Fact]
    public void An_opening_after_the_closure_faded_is_told()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.Closed with { Cause = "weather" })
            .Hears(60, Voice.Outlet("post"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Unknown, AlertKind.Reopened], gate.Kinds);
        Assert.Single(gate.Alerts.Select(alert => alert.Incident).Distinct());
    }

    [Fact]
    public void Open_is_not_what_no_news_means()
    {
        gate.Hears(1, Voice.Notice("PK"), Word.TradeStopped with { Cause = "weather" }, Word.PeopleAllowed).Until(60);

        Assert.Equal(Status.Unknown, gate.Status.Headline);
    }

    [Fact]
    public void Blindness_is_said_to_who_was_told_and_is_no_state()
    {
        var desk = new AlertDesk(Gate.Crossings, new FoldRules());
        Shut.Until(2);

        var outcome = desk.Tick(gate.Book, Gate.Dawn.AddHours(3), new HashSet<string> { "gate" });

        var alert = Assert.Single(outcome.Decisions).Alert!;
        Assert.Equal((AlertKind.Unknown, "blind"), (alert.Kind, alert.Reason));
        Assert.Equal(Status.Unknown, outcome.Book["gate"]!.Headline);
        Assert.Empty(desk.Tick(outcome.Book, Gate.Dawn.AddHours(4), new HashSet<string> { "gate" }).Decisions);
    }

    [Fact]
    public void An_end_with_an_hour_is_overdue_within_hours_a_mere_day_after_the_next_morning()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Until = Gate.Dawn.AddHours(28) });
        var midnight = Gate.Dawn.AddHours(24 + 19);
        var other = new Gate().Hears(1, Voice.Official("PK"), Word.Closed with { Until = midnight });

        gate.Until(24 * 4);
        other.Until(24 * 4);

        Assert.Equal(Gate.Dawn.AddHours(28 + 3), gate.Alerts[^1].At);
        Assert.Equal(midnight.AddHours(36), other.Alerts[^1].At);
        Assert.All([gate, other], one => Assert.Equal(AlertKind.Overdue, one.Alerts[^1].Kind));
    }

    [Fact]
    public void A_holiday_ends_for_all_whoever_is_named_first()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Cause = "holiday" })
            .Hears(80, Voice.Official("PK"), Word.TradeResumed);

        Assert.Equal(Status.Open, gate.Status.Headline);
        Assert.DoesNotContain(Status.Closed, gate.Status.Flows.Values);
    }

    [Fact]
    public void Shut_on_the_day_on_which_it_was_to_open_is_a_denial()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(2, Voice.Official("PK"), Word.WillReopen(50))
            .Hears(3, Voice.Official("AF", "times"), Word.WillClose(44));

        Assert.Equal(AlertKind.Disputed, gate.Alerts[^1].Kind);
    }

    [Fact]
    public void A_plan_read_late_outlives_a_claim_that_comes_later_still()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(5, Voice.Outlet("times"), Word.StillClosed)
            .Hears(6, Voice.Official("PK") with { Published = Gate.Dawn.AddHours(4) }, Word.WillReopen(50))
            .Hears(7, Voice.Outlet("mail") with { Published = Gate.Dawn.AddHours(3) }, Word.StillClosed);

        Assert.Single(gate.Status.Now.Promises);
    }

    [Fact]
    public void Midnight_told_a_day_off_is_the_same_midnight()
    {
        const double midnight = (24 * 3) - 5;

        gate.Hears(1, Voice.Notice("PK"), Word.WillClose(midnight))
            .Hears(2, Voice.Official("PK", "times"), Word.WillClose(midnight - 24))
            .Until(24 * 4);

        Assert.Equal([AlertKind.Announced, AlertKind.Closed], gate.Kinds);
        Assert.Equal(Gate.Dawn.AddHours(midnight), gate.Alerts[1].At);
    }
}

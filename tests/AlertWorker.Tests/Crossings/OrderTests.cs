using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

public sealed class OrderTests
{
    private readonly Gate gate = new();

    [Fact]
    public void An_older_item_served_late_overturns_nothing()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(40, Voice.Official("PK"), Word.Reopened)
            .Hears(41, Voice.Official("AF", "times") with { Published = Gate.Dawn.AddHours(5) }, Word.StillClosed);

        Assert.Equal(Status.Open, gate.Status.Headline);
        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], gate.Kinds);
    }

    [Fact]
    public void An_old_event_in_a_new_story_is_ordered_by_the_event()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(100, Voice.Official("PK"), Word.Reopened)
            .Hears(120, Voice.Official("AF", "times"), Word.Closed with { EventTime = Gate.Dawn.AddHours(2) });

        Assert.Equal(Status.Open, gate.Status.Headline);
    }

    [Fact]
    public void A_date_in_the_future_is_taken_as_first_seen_and_marked()
    {
        gate.Hears(1, Voice.Official("PK") with { Published = Gate.Dawn.AddDays(3) }, Word.Closed);

        Assert.Equal(Gate.Dawn.AddHours(1), gate.Status.Since);
        Assert.True(Assert.Single(gate.Status.Recent).Doubtful);
    }

    [Fact]
    public void A_late_story_of_the_day_before_moves_the_beginning_and_not_the_thread()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed)
            .Hears(2, Voice.Outlet("times") with { Published = Gate.Dawn.AddHours(-2) }, Word.Closed)
            .Hears(30, Voice.Official("PK"), Word.Reopened);

        Assert.Equal([AlertKind.Closed, AlertKind.Confirmed, AlertKind.Reopened], gate.Kinds);
        Assert.Equal(["gate/2024-03-04"], gate.Alerts.Select(alert => alert.Incident).Distinct());
    }

    [Fact]
    public void Old_news_confirms_nothing()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed)
            .Hears(2, Voice.Official("PK", "times") with { Published = Gate.Dawn.AddDays(-4) }, Word.Closed);

        Assert.Equal([AlertKind.Closed], gate.Kinds);
    }

    [Fact]
    public void News_of_years_ago_builds_nothing_and_alerts_nobody()
    {
        gate.Hears(1, Voice.Official("PK") with { Published = Gate.Dawn.AddYears(-3) }, Word.Closed);

        Assert.Empty(gate.Alerts);
        Assert.Equal(Status.Unknown, gate.Status.Headline);
    }

    [Fact]
    public void News_of_a_week_ago_builds_the_status_silently()
    {
        gate.Hears(1, Voice.Official("PK") with { Published = Gate.Dawn.AddDays(-7) }, Word.Closed);

        Assert.Empty(gate.Alerts);
        Assert.Equal(Status.Closed, gate.Status.Headline);
        Assert.Equal("history", Assert.Single(gate.Decisions).Reason.Name);
    }

    [Fact]
    public void The_backlog_builds_the_status_and_alerts_nobody_then_the_end_is_told()
    {
        var desk = new AlertDesk(Gate.Crossings, new FoldRules());
        var first = desk.Take(
            CrossingBook.Empty,
            [Testimony("a", Word.Closed, 1)],
            Gate.Dawn.AddHours(2),
            backlog: true
        );
        Assert.Equal("backlog", Assert.Single(first.Decisions).Reason.Name);
        Assert.Equal(Status.Closed, first.Book["gate"]!.Headline);

        var then = desk.Take(first.Book, [Testimony("b", Word.Reopened, 9)], Gate.Dawn.AddHours(10), backlog: false);

        Assert.Equal(AlertKind.Reopened, Assert.Single(then.Decisions).Alert!.Kind);
    }

    [Fact]
    public void Several_changes_in_one_poll_are_one_alert_for_the_final_state()
    {
        var desk = new AlertDesk(Gate.Crossings, new FoldRules());
        var one = Testimony("a", Word.TradeStopped, 1);
        var two = Testimony("b", Word.Closed with { Scope = Scope.All }, 2);

        var outcome = desk.Take(CrossingBook.Empty, [two, one], Gate.Dawn.AddHours(3), backlog: false);

        Assert.Equal(AlertKind.Closed, Assert.Single(outcome.Decisions).Alert!.Kind);
        Assert.Equal(2, outcome.Steps.Count);
    }

    [Fact]
    public void Closed_and_open_again_within_one_poll_is_no_alert()
    {
        var desk = new AlertDesk(Gate.Crossings, new FoldRules());
        var open = desk.Take(
            CrossingBook.Empty,
            [Testimony("o", Word.Usual, 0)],
            Gate.Dawn.AddHours(1),
            backlog: false
        );

        var outcome = desk.Take(
            open.Book,
            [Testimony("a", Word.Closed, 2), Testimony("b", Word.Reopened, 4)],
            Gate.Dawn.AddHours(5),
            backlog: false
        );

        Assert.Null(Assert.Single(outcome.Decisions).Alert);
        Assert.Equal(Status.Open, outcome.Book["gate"]!.Headline);
    }

    [Fact]
    public void A_status_survives_its_journey_through_json()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Cause = "political" })
            .Hears(5, Voice.Notice("PK"), Word.Denied)
            .Hears(10, Voice.Official("PK"), Word.WillReopen(51));

        var json = StatusJson.Write(gate.Status);
        var back = StatusJson.Read(json);

        Assert.Equal(json, StatusJson.Write(back));
        Assert.Equal(
            (gate.Status.Headline, gate.Status.Disputed, gate.Status.Since, gate.Status.Cause),
            (back.Headline, back.Disputed, back.Since, back.Cause)
        );
        Assert.Equal(gate.Status.Flows, back.Flows);
        Assert.Equal("open/2024-03-06", back.Expected!.Key);
    }

    [Fact]
    public void A_status_does_not_grow_with_the_claims_folded()
    {
        for (var i = 0; i < 400; i++)
            gate.Hears(
                1 + i,
                Voice.Outlet($"paper{i}") with
                {
                    Text = LongText(i),
                },
                i % 3 == 0 ? Word.Closed : Word.StillClosed
            );

        Assert.InRange(StatusJson.Write(gate.Status).Length, 1, 60_000);
    }

    private static string LongText(int seed) =>
        string.Join(' ', Enumerable.Range(0, 60).Select(i => $"w{(seed * 7919) + (i * i)}"));

    internal static Testimony Testimony(string id, Claim claim, double hour) =>
        new(
            claim with
            {
                Speaker = new Speaker(null, $"office {id}", "PK", SpeakerKind.Official),
                Certainty = Certainty.Likely,
            },
            new Entry
            {
                Id = id,
                Content = $"story {id}",
                PublishedUtc = Gate.Dawn.AddHours(hour),
            },
            Voice.Paper($"paper-{id}"),
            Gate.Dawn.AddHours(hour)
        );
}

using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>The other ways in an alert: what passes there, and whether they are stopped together.</summary>
public sealed class WaysRoundTests
{
    private readonly Gate gate = new();

    private Alternative Other => Assert.Single(gate.Alerts.Last(alert => alert.Crossing == "gate").Alternatives);

    [Fact]
    public void A_way_round_is_shown_with_its_own_state_and_distance()
    {
        gate.Hears(1, Voice.Official("PK"), Word.TradeStopped with { Crossing = "pass" }, Usual(Scope.People))
            .Hears(2, Voice.Official("PK"), Word.Closed);

        Assert.Equal(("pass", Status.Closed, false), (Other.Crossing, Other.Status, Other.SameDecision));
        Assert.Equal(Status.Open, Other.Flows[new Flow(FlowMode.People, "PK", "AF")]);
        Assert.InRange(Other.Kilometres!.Value, 140, 150);
    }

    [Fact]
    public void One_order_on_the_whole_border_stops_the_way_round_too()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Crossing = "border:AF-PK" });

        Assert.Equal((Status.Closed, true), (Other.Status, Other.SameDecision));
    }

    [Fact]
    public void One_order_that_names_both_stops_the_way_round_too()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed, Word.Closed with { Crossing = "pass" });

        Assert.True(Other.SameDecision);
    }

    [Fact]
    public void A_way_round_that_has_opened_again_is_no_longer_stopped_by_it()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Crossing = "border:AF-PK" })
            .Hears(30, Voice.Official("PK", "times"), Word.Reopened with { Crossing = "pass" })
            .Hears(31, Voice.Official("PK", "times"), Word.PeopleAllowed);

        Assert.Equal((Status.Open, false), (Other.Status, Other.SameDecision));
    }

    [Fact]
    public void A_way_round_that_nobody_located_has_no_distance()
    {
        var lost = Gate.Crossings["pass"] with { Latitude = null, Longitude = null };
        var crossings = new Dictionary<string, Crossing>(Gate.Crossings) { ["pass"] = lost };

        Assert.Null(Assert.Single(WaysRound.Of(crossings["gate"], CrossingBook.Empty, crossings)).Kilometres);
    }

    private static Claim Usual(Scope scope) => Word.Usual with { Crossing = "pass", Scope = scope };
}

using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

public sealed class RoutingTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly Flow Cargo = new(FlowMode.Cargo, "PK", "AF");

    private static readonly Alert Closed = new()
    {
        Id = "a1",
        At = Noon,
        Incident = "gate/2024-03-04",
        Crossing = "gate",
        Kind = AlertKind.Closed,
        Status = Status.Closed,
        Before = Status.Open,
        Flows = new Dictionary<Flow, Status> { [Cargo] = Status.Closed },
        ChangedModes = [FlowMode.Cargo],
        Certainty = Certainty.Likely,
        Quotes = [],
        Reason = "first-claim",
    };

    private static readonly Subscriber Trader = new()
    {
        Id = "acme",
        To = ["mailto:ops@acme.example"],
        Crossings = ["gate"],
    };

    [Fact]
    public void A_subscriber_is_printed_without_secret_and_addresses()
    {
        var signed = Trader with { Secret = "whsec_c2VjcmV0" };

        Assert.Equal("Subscriber acme", signed.ToString());
        Assert.DoesNotContain("whsec_", $"{new[] { signed }[0]} {(signed, 1)}", StringComparison.Ordinal);
    }

    private static IReadOnlyList<Delivery> Route(Alert alert, params Subscriber[] subscribers) =>
        AlertRouting.For(
            alert,
            subscribers,
            Gate.Crossings,
            [new Corridor("karachi-kabul", "Karachi–Kabul", ["gate", "pass"])],
            new HashSet<string>(),
            Noon
        );

    [Fact]
    public void It_goes_to_every_address_of_who_follows_the_crossing()
    {
        var two = Trader with { To = ["mailto:a@x.example", "telegram:1"] };

        var deliveries = Route(Closed, two);

        Assert.Equal(["mailto:a@x.example", "telegram:1"], deliveries.Select(delivery => delivery.Address));
        Assert.All(deliveries, delivery => Assert.True(delivery is { Urgent: true, Incident: "gate/2024-03-04" }));
    }

    public static TheoryData<Subscriber, bool> Selections =>
        new()
        {
            { Trader with { Crossings = ["*"] }, true },
            { Trader with { Crossings = ["pass"] }, false },
            { Trader with { Crossings = [], Countries = ["AF"] }, true },
            { Trader with { Crossings = [], Countries = ["IR"] }, false },
            { Trader with { Crossings = [], Corridors = ["karachi-kabul"] }, true },
            { Trader with { Crossings = [], Corridors = ["delhi-lahore"] }, false },
            { Trader with { Flows = [FlowMode.People] }, false },
            { Trader with { Kinds = [AlertKind.Reopened] }, false },
            { Trader with { MinCertainty = Certainty.Observed }, false },
            { Trader with { MinCertainty = Certainty.Likely }, true },
            { Trader with { MutedIncidents = ["gate/2024-03-04"] }, false },
        };

    [Theory]
    [MemberData(nameof(Selections))]
    public void It_goes_to_who_asked_for_it(Subscriber subscriber, bool wanted) =>
        Assert.Equal(wanted, Route(Closed, subscriber).Count == 1);

    [Fact]
    public void One_address_in_two_subscriptions_gets_it_once() =>
        Assert.Single(Route(Closed, Trader, Trader with { Id = "other" }));

    [Fact]
    public void The_same_alert_makes_the_same_delivery() =>
        Assert.Equal(Route(Closed, Trader)[0].Id, Route(Closed with { At = Noon.AddDays(1) }, Trader)[0].Id);

    [Theory]
    [InlineData(AlertKind.Reopened, true)]
    [InlineData(AlertKind.Correction, true)]
    [InlineData(AlertKind.Unknown, true)]
    [InlineData(AlertKind.Confirmed, false)]
    [InlineData(AlertKind.Announced, false)]
    public void Who_got_the_beginning_gets_the_end_whatever_he_asked_for(AlertKind kind, bool sent)
    {
        var narrow = Trader with { Kinds = [AlertKind.Closed], MinCertainty = Certainty.Observed };

        var deliveries = AlertRouting.For(
            Closed with
            {
                Kind = kind,
            },
            [narrow],
            Gate.Crossings,
            [],
            new HashSet<string> { "mailto:ops@acme.example" },
            Noon
        );

        Assert.Equal(sent, deliveries.Count == 1);
    }

    [Theory]
    [InlineData("22:00", "06:00", "Asia/Karachi", "2024-03-04T20:00:00Z", "2024-03-05T01:00:00Z")]
    [InlineData("22:00", "06:00", "Asia/Karachi", "2024-03-04T12:00:00Z", null)]
    [InlineData("13:00", "14:00", "UTC", "2024-03-04T13:30:00Z", "2024-03-04T14:00:00Z")]
    [InlineData("22:00", "02:30", "Europe/Warsaw", "2024-03-30T23:00:00Z", "2024-03-31T01:30:00Z")]
    public void Quiet_hours_count_on_the_subscribers_clock(
        string from,
        string to,
        string zone,
        string now,
        string? wakes
    )
    {
        var sleeper = Trader with
        {
            TimeZone = zone,
            QuietHours = new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null), [AlertKind.Reopened]),
        };
        var at = DateTimeOffset.Parse(now, null);

        Assert.Equal(
            wakes is null ? null : DateTimeOffset.Parse(wakes, null),
            QuietTime.WakesAt(sleeper, AlertKind.Closed, at)
        );
        Assert.Null(QuietTime.WakesAt(sleeper, AlertKind.Reopened, at));
    }

    [Fact]
    public void What_is_held_until_morning_is_not_urgent()
    {
        var sleeper = Trader with { QuietHours = new QuietHours(new TimeOnly(11, 0), new TimeOnly(13, 0)) };

        var delivery = Assert.Single(Route(Closed, sleeper));

        Assert.Equal((false, Noon.AddHours(1)), (delivery.Urgent, delivery.NotBefore));
    }

    [Fact]
    public void On_waking_the_last_word_on_each_crossing_is_kept()
    {
        var confirmed = Closed with
        {
            Id = "a2",
            Kind = AlertKind.Confirmed,
            At = Noon.AddHours(1),
            Before = Status.Closed,
        };
        var elsewhere = Closed with { Id = "b1", Crossing = "pass", At = Noon.AddHours(2) };
        var restricted = Closed with
        {
            Id = "a3",
            Kind = AlertKind.Restricted,
            Status = Status.Restricted,
            At = Noon.AddHours(3),
        };

        Assert.Equal(["a1", "b1"], Waking.Keep([Closed, confirmed, elsewhere]).Select(alert => alert.Id));
        Assert.Equal(["b1", "a3"], Waking.Keep([Closed, confirmed, elsewhere, restricted]).Select(alert => alert.Id));
    }

    [Fact]
    public void What_closed_and_opened_in_the_night_is_not_told_in_the_morning()
    {
        var open = Closed with { Id = "a2", Kind = AlertKind.Reopened, Status = Status.Open, At = Noon.AddHours(4) };

        Assert.Empty(Waking.Keep([Closed, open]));
    }

    [Fact]
    public void The_digest_counts_the_days_and_names_the_promise()
    {
        var gate = new Gate()
            .Hears(1, Voice.Official("PK"), Word.Closed)
            .Hears(24 * 11, Voice.Official("PK"), Word.WillReopen(24 * 20));

        var line = Assert.Single(Digest.For(Trader, gate.Book, Gate.Crossings, [], Gate.Dawn.AddDays(12).AddHours(7)));

        Assert.Equal((Status.Closed, 13), (line.Status, line.Days));
        Assert.Equal(Gate.Dawn.AddDays(20), line.Expected!.At);
    }

    [Fact]
    public void The_digest_is_empty_when_all_is_open()
    {
        var gate = new Gate().Hears(1, Voice.Official("PK"), Word.Usual);

        Assert.Empty(Digest.For(Trader, gate.Book, Gate.Crossings, [], Gate.Dawn.AddDays(1)));
    }
}

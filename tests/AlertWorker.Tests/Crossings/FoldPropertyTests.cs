using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Entries;
using CsCheck;

namespace AlertWorker.Crossings;

/// <summary>What must hold for any claims whatever.</summary>
public sealed class FoldPropertyTests
{
    private static readonly Claim[] Claims =
    [
        Word.Closed,
        Word.StillClosed,
        Word.Closed with
        {
            Scope = Scope.All,
            ActingSide = "PK",
        },
        Word.Closed with
        {
            Cause = "weather",
        },
        Word.Reopened,
        Word.Reopened with
        {
            ActingSide = "AF",
        },
        Word.Usual,
        Word.Denied,
        Word.NotReopened,
        Word.TradeStopped,
        Word.PeopleBarred,
        Word.TradeResumed,
        Word.PeopleAllowed,
        Word.StrandedGoHome,
        Word.StrandedTrucks,
        Word.Closed with
        {
            Stance = Stance.Past,
        },
        Word.Reopened with
        {
            Stance = Stance.Asked,
        },
        Word.WillReopen(30),
        Word.WillClose(26),
    ];

    private static readonly Voice[] Voices =
    [
        Voice.Official("PK"),
        Voice.Official("AF", "herald"),
        Voice.Notice("PK"),
        Voice.Notice("AF"),
        Voice.Outlet("times"),
        Voice.Trader("mail"),
        Voice.Rumour,
        Voice.Robot,
    ];

    private static readonly Gen<(int Claim, int Voice, int Minute)> Heard = Gen.Select(
        Gen.Int[0, 18],
        Gen.Int[0, 7],
        Gen.Int[1, 20 * 60]
    );

    private static readonly Source[] Copyists = [Voice.Robot.Source, Voice.Paper("courier"), Voice.Paper("gazette")];

    private readonly AlertDesk desk = new(Gate.Crossings, new FoldRules());

    /// <summary>Claims on the present: a plan counts from when it was read.</summary>
    private static readonly Gen<(int Claim, int Voice, int Minute)> HeardOfNow = Gen.Select(
        Gen.Int[0, 16],
        Gen.Int[0, 7],
        Gen.Int[1, 20 * 60]
    );

    [Fact]
    public void The_order_of_arrival_within_a_window_does_not_change_the_status() =>
        HeardOfNow
            .Array[1, 10]
            .Select(heard => heard.DistinctBy(one => one.Minute).ToArray())
            .SelectMany(heard => Gen.Shuffle(heard).Select(shuffled => (heard, shuffled)))
            .Sample(
                (heard, shuffled) => Assert.Equal(Known(Fold(heard.OrderBy(one => one.Minute))), Known(Fold(shuffled))),
                iter: 600
            );

    /// <summary>Another house prints any of the stories again, word for word, with a later date.</summary>
    [Fact]
    public void Adding_a_copy_changes_nothing() =>
        Gen.Select(Heard.Array[1, 8], Gen.Int[0, 7], Gen.Int[0, 2])
            .Sample(
                (some, which, house) =>
                {
                    var heard = some.DistinctBy(one => one.Minute).OrderBy(one => one.Minute).ToArray();
                    var book = Fold(heard);
                    var original = Testimony(heard[which % heard.Length]);
                    var copy = original with
                    {
                        // a paper's own story that a robot printed first is no copy
                        Source = original.Source.Tier == SourceTier.Press ? Copyists[house] : Voice.Robot.Source,
                        Claim = original.Claim with { Speaker = Speaker.Outlet, Certainty = Certainty.Possible },
                        Entry = original.Entry with { Id = "copy", PublishedUtc = Gate.Dawn.AddHours(21) },
                        FirstSeen = Gate.Dawn.AddHours(21),
                    };

                    var with = desk.Take(book, [copy], Gate.Dawn.AddHours(21), backlog: false);

                    Assert.Equal(Known(book), Known(with.Book));
                    Assert.All(with.Decisions, decision => Assert.Null(decision.Alert));
                },
                iter: 600
            );

    /// <summary>Whatever is known of a flow, an event of days before it that is told only now leaves it as it is.</summary>
    [Fact]
    public void Adding_an_older_claim_changes_nothing_newer() =>
        Gen.Select(Heard.Array[1, 8], HeardOfNow)
            .Sample(
                (some, late) =>
                {
                    var heard = some.DistinctBy(one => one.Minute).OrderBy(one => one.Minute).ToArray();
                    var book = Fold(heard);
                    var older = Testimony(late);
                    older = older with
                    {
                        Entry = older.Entry with { Id = "old", PublishedUtc = Gate.Dawn.AddDays(-3) },
                    };

                    var with = desk.Take(book, [older], Gate.Dawn.AddHours(21), backlog: false);

                    var after = with.Book["gate"]!.Flows;
                    Assert.All(
                        book["gate"]!.Flows.Where(flow => flow.Value != Status.Unknown),
                        flow => Assert.Equal(flow.Value, after[flow.Key])
                    );
                    Assert.All(with.Decisions, decision => Assert.Null(decision.Alert));
                },
                iter: 600
            );

    [Fact]
    public void Every_closed_is_followed_by_exactly_one_end() =>
        Heard
            .Array[1, 25]
            .Sample(
                heard =>
                {
                    var gate = new Gate();
                    foreach (
                        var (claim, voice, minute) in heard.DistinctBy(one => one.Minute).OrderBy(one => one.Minute)
                    )
                        gate.Hears(minute / 4.0, Voices[voice], Claims[claim]);
                    gate.Until(24 * 300);
                    AssertEnds(gate.Alerts);
                },
                iter: 600
            );

    /// <summary>
    /// After what alarms comes one full return or "unknown"; another only after another alarm.
    /// What nobody knew, or knows no more, may still be said to have reopened.
    /// </summary>
    private static void AssertEnds(List<Alert> alerts)
    {
        var story = string.Join(
            ", ",
            alerts.Select(alert => $"{alert.At:dd-HHmm} {alert.Kind}:{alert.Before}>{alert.Status} {alert.Reason}")
        );
        var owed = false;
        foreach (var alert in alerts.Where(alert => alert.Reason != AlertReason.PromiseDenied.Name)) // withdraws a plan, not a closure
            if (alert is { Kind: AlertKind.Reopened or AlertKind.Correction, Status: Status.Open })
            {
                Assert.True(owed || alert.Before == Status.Unknown, $"an end too many: {story}");
                owed = false;
            }
            else if (alert.Kind == AlertKind.Unknown)
            {
                Assert.True(owed, $"an end too many: {story}");
                owed = false;
            }
            else if (alert.Status is Status.Closed or Status.Restricted)
                owed |= alert.Kind is AlertKind.Closed or AlertKind.Restricted or AlertKind.Disputed;
        Assert.False(owed, $"no end: {story}");
    }

    private CrossingBook Fold(IEnumerable<(int Claim, int Voice, int Minute)> heard)
    {
        var book = CrossingBook.Empty;
        foreach (var one in heard)
            book = desk.Take(book, [Testimony(one)], Gate.Dawn.AddHours(21), backlog: false).Book;
        return book;
    }

    private static string Known(CrossingBook book) =>
        book["gate"] is { } status
            ? $"{status.Headline} {string.Join(' ', status.Flows)} {status.Certainty} {status.Disputed} {status.Since:u} "
                + $"{status.Incident?.Id} {status.Cause} {string.Join(' ', status.Now.Promises.Select(promise => promise.Key))}"
            : "";

    private static Testimony Testimony((int Claim, int Voice, int Minute) heard)
    {
        var voice = Voices[heard.Voice];
        var id = $"e{heard.Minute}";
        return new Testimony(
            Claims[heard.Claim] with
            {
                Speaker = voice.Speaker,
                Certainty = voice.Speaker.Kind == SpeakerKind.Official ? Certainty.Likely : Certainty.Possible,
            },
            new Entry
            {
                Id = id,
                Content = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"word{(heard.Minute * 131) + i}")),
                PublishedUtc = Gate.Dawn.AddMinutes(heard.Minute),
            },
            voice.Source,
            Gate.Dawn.AddHours(21)
        );
    }
}

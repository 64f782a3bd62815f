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
        Gen.Int[0, 16],
        Gen.Int[0, 7],
        Gen.Int[1, 20 * 60]
    );

    private readonly AlertDesk desk = new(Gate.Crossings, new FoldRules());

    /// <summary>Claims on the present: a plan counts from when it was read.</summary>
    private static readonly Gen<(int Claim, int Voice, int Minute)> HeardOfNow = Gen.Select(
        Gen.Int[0, 14],
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
                iter: 2000
            );

    [Fact]
    public void Adding_a_copy_changes_nothing() =>
        Heard
            .Array[1, 8]
            .Select(heard => heard.DistinctBy(one => one.Minute).OrderBy(one => one.Minute).ToArray())
            .Sample(
                heard =>
                {
                    var book = Fold(heard);
                    var source = heard.Last(one => true);
                    var copy = Testimony(source) with { Source = Voice.Robot.Source };
                    copy = copy with
                    {
                        Entry = copy.Entry with { Id = "copy", PublishedUtc = Gate.Dawn.AddHours(22) },
                        FirstSeen = Gate.Dawn.AddHours(22),
                    };
                    if (copy.Claim.Stance != Stance.Asserted)
                        return;
                    var with = desk.Take(book, [copy], Gate.Dawn.AddHours(24), backlog: false);
                    Assert.Equal(Known(book), Known(with.Book));
                },
                iter: 2000
            );

    [Fact]
    public void Adding_an_older_claim_changes_nothing_newer() =>
        Gen.Select(Gen.Int[0, 16], Gen.Int[0, 7])
            .Sample(
                (claim, voice) =>
                {
                    var closed = Testimony((0, 2, 19 * 60));
                    var book = desk.Take(CrossingBook.Empty, [closed], Gate.Dawn.AddHours(20), backlog: false).Book;
                    var older = Testimony((claim, voice, 60)) with { FirstSeen = Gate.Dawn.AddHours(21) };
                    var with = desk.Take(book, [older], Gate.Dawn.AddHours(21), backlog: false);
                    Assert.Equal(Status.Closed, with.Book["gate"]!.Headline);
                    Assert.DoesNotContain(
                        with.Decisions,
                        decision => decision.Alert is { Kind: AlertKind.Reopened or AlertKind.Correction }
                    );
                },
                iter: 500
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
                iter: 2000
            );

    /// <summary>After "closed" comes one of reopened, correction, unknown; a reopening may still follow "unknown".</summary>
    private static void AssertEnds(List<Alert> alerts)
    {
        var story = string.Join(", ", alerts.Select(alert => $"{alert.Kind}:{alert.Status}"));
        var owed = false;
        var unknown = false;
        foreach (var alert in alerts)
        {
            var ends = alert is { Kind: AlertKind.Reopened or AlertKind.Correction, Status: Status.Open };
            if (alert.Kind == AlertKind.Closed)
                owed = true;
            if (ends || alert.Kind == AlertKind.Unknown)
                Assert.True(
                    owed
                        || alert.Kind != AlertKind.Unknown
                        || unknown
                        || story.Contains("Restricted")
                        || story.Contains("Disputed"),
                    $"an end too many: {story}"
                );
            if (ends || alert.Kind == AlertKind.Unknown)
                (owed, unknown) = (false, alert.Kind == AlertKind.Unknown);
        }
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

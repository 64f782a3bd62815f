using AlertWorker.Claims;
using AlertWorker.Commands.Evaluation;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>How claims are held against labels.</summary>
public sealed class EvaluationTests
{
    private static readonly Places Places = new(
        new[] { "torkham", "chaman-spin-boldak" }.ToDictionary(
            id => id,
            id => new Crossing
            {
                Id = id,
                Name = id,
                Countries = ["PK", "AF"],
            }
        )
    );

    [Fact]
    public void Right_missed_and_false_are_counted()
    {
        var board = new Scoreboard();
        Score(board, "a", [Expect("torkham", "closure")], [Say("torkham", "closure")]);
        Score(board, "b", [Expect("torkham", "closure")], []);
        Score(board, "c", [], [Say("torkham", "reopening")]);

        var report = board.Report();

        Assert.Equal(new Tally(1, 1, 1), report.All);
        Assert.Equal((0.5, 0.5, 0.5), (report.All.Precision, report.All.Recall, report.All.F1));
        Assert.Equal(new Tally(1, 0, 1), report.Changes["closure"]);
        Assert.Equal(new Tally(0, 1, 0), report.Changes["reopening"]);
        Assert.Equal((1, 1.0), (report.Negatives, report.FalseAlarmRate));
        Assert.Equal(["b missed", "c false-alarm"], report.Faults.Select(fault => $"{fault.Entry} {fault.Kind}"));
        Assert.Contains("the clause", Assert.Single(report.Faults[1].Evidence), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("border:AF-PK", "torkham", 1)]
    [InlineData("torkham", "border:AF-PK", 1)]
    [InlineData("border:IN-PK", "torkham", 0)]
    [InlineData("chaman-spin-boldak", "torkham", 0)]
    public void A_whole_border_stands_for_its_crossings(string said, string expected, int right)
    {
        var board = new Scoreboard();
        Score(board, "a", [Expect(expected, "closure")], [Say(said, "closure")]);

        Assert.Equal(right, board.Report().All.Tp);
    }

    [Fact]
    public void One_claim_answers_one_label()
    {
        var board = new Scoreboard();
        Score(
            board,
            "a",
            [Expect("torkham", "closure"), Expect("chaman-spin-boldak", "closure")],
            [Say("border:AF-PK", "closure")]
        );

        Assert.Equal(new Tally(1, 0, 1), board.Report().All);
    }

    [Fact]
    public void What_does_not_alert_is_neither_right_nor_false()
    {
        var board = new Scoreboard();
        Score(board, "a", [Expect("torkham", "closure")], [Say("torkham", "closure") with { Alerting = false }]);

        var report = board.Report();

        Assert.Equal(new Tally(0, 0, 1), report.All);
        Assert.Contains("the clause", Assert.Single(Assert.Single(report.Faults).Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_or_repeated_is_no_false_alarm()
    {
        var board = new Scoreboard();
        Score(
            board,
            "a",
            [Expect("torkham", "closure")],
            [Say("torkham", "closure"), Say("torkham", "closure"), Say("chaman-spin-boldak", "restriction")],
            alsoOk: [Expect("chaman-spin-boldak", null!)]
        );

        Assert.Equal(new Tally(1, 0, 0), board.Report().All);
    }

    [Fact]
    public void An_announcement_is_counted_apart()
    {
        var board = new Scoreboard();
        var announced = Expect("torkham", "reopening") with { Scheduled = "2026-02-04" };
        Score(board, "a", [announced], [Say("torkham", "reopening") with { Scheduled = "future" }]);
        Score(board, "b", [announced], [Say("torkham", "reopening") with { Alerting = false }]);

        var report = board.Report();

        Assert.Equal(Tally.Empty, report.All);
        Assert.Equal(0.5, report.ScheduledRecall);
        Assert.Equal("b scheduled-missed", Assert.Single(report.Faults.Select(fault => $"{fault.Entry} {fault.Kind}")));
    }

    [Fact]
    public void Of_what_is_right_the_details_are_compared()
    {
        var board = new Scoreboard();
        var label = Expect("torkham", "closure") with
        {
            Status = "closed",
            Scope = "trade",
            Attribution = "the governor",
        };
        Score(board, "a", [label], [Say("torkham", "closure")]);
        Score(
            board,
            "b",
            [label with { Scope = null }],
            [Say("torkham", "closure") with { Ongoing = true, Evidence = new Evidence("not there", 0, 9) }]
        );

        var shares = board.Report().Attributes;

        Assert.Equal((1.0, 0.5, 0.0), (shares["status"], shares["ongoing"], shares["scope"]));
        Assert.Equal((0.0, 0.5), (shares["speakerNamed"], shares["evidenceIsQuote"]));
    }

    private static Label Expect(string crossing, string change) => new(crossing, Change: change);

    private static ClaimLine Say(string crossing, string change) =>
        ClaimLine.Of(
            new Claim
            {
                Crossing = crossing,
                Change = Enum.Parse<Change>(change, ignoreCase: true),
                Status = Status.Closed,
                Speaker = Speaker.Outlet,
                Alerting = true,
                Evidence = new Evidence("the clause", 0, 10),
            }
        );

    private static void Score(
        Scoreboard board,
        string id,
        IReadOnlyList<Label> expected,
        IReadOnlyList<ClaimLine> claims,
        IReadOnlyList<Label>? alsoOk = null
    )
    {
        var line = new EntryLine(id, new Entry { Id = id, Title = "the clause" }, Source.Unknown, default);
        var entry = new LabelledEntry(line, "en", expected, alsoOk ?? []);
        board.Add(entry, new Matching(Places).Of(entry, claims));
    }
}

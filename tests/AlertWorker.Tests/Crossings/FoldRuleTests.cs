using System.Reflection;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Every rule of the fold decides something: the shortest story of each, and its reason in the ledger.</summary>
public sealed class FoldRuleTests
{
    private const string Notice =
        "The administration informs the public that the crossing has been closed to all traffic until further orders "
        + "because of repairs to the barrier and the road in front of the terminal, and asks drivers to stay away.";

    private static readonly Voice Office = Voice.Official("PK");
    private static readonly Voice OtherOffice = Voice.Official("AF", "herald");
    private static readonly Voice Paper = Voice.Outlet("times");
    private static readonly Voice OtherPaper = Voice.Outlet("mail");

    private static readonly Dictionary<string, Func<Gate, Gate>> Stories = new(StringComparer.Ordinal)
    {
        ["first-claim"] = gate => gate.Hears(1, Office, Word.Closed),
        ["refreshed"] = gate => Shut(gate).Hears(2, Office, Word.StillClosed),
        ["second-source"] = gate => Shut(gate).Hears(2, OtherOffice, Word.StillClosed),
        ["copy"] = gate =>
            gate.Hears(1, Paper with { Text = Notice }, Word.Closed)
                .Hears(2, OtherPaper with { Text = Notice }, Word.Closed),
        ["older-than-known"] = gate =>
            Shut(gate).Hears(100, Office, Word.Reopened).Hears(101, Paper with { Published = Gate.Dawn }, Word.Closed),
        ["background"] = gate => gate.Hears(1, Office, Word.Closed with { Stance = Stance.Past }),
        ["talks-only"] = gate => gate.Hears(1, Office, Word.Reopened with { Stance = Stance.Asked }),
        ["nothing-said"] = gate => gate.Hears(1, Office, Word.Usual with { Status = null }),
        ["no-such-flow"] = gate => gate.Hears(1, Office, Word.Closed with { Direction = new Direction("IT", "CH") }),
        ["weaker-source"] = gate =>
            Opened(gate).Hears(31, Paper, Word.Reopened).Hears(60, OtherPaper, Word.StillClosed),
        ["denied-already"] = gate => gate.Hears(1, Voice.Notice("PK"), Word.Denied).Hears(20, Paper, Word.Closed),
        ["copies-cannot-turn"] = gate => gate.Hears(1, Office, Word.Usual).Hears(40, Voice.Robot, Word.Closed),
        ["late-copy"] = gate => Opened(gate).Hears(34, Paper, Word.StillClosed),
        ["queue-only"] = gate => Opened(gate).Hears(60, Paper, Word.StillClosed with { Cause = "congestion" }),
        ["border-wide-under-named"] = gate =>
            Opened(gate).Hears(33, Paper, Word.Closed with { Crossing = "border:AF-PK" }),
        ["kept-by-exception"] = gate =>
            Shut(gate).Hears(30, Office, Word.StrandedGoHome).Hears(54, Voice.Trader("times"), Word.StillClosed),
        ["same-story-background"] = gate => Shut(gate).Hears(30, Office, Word.Reopened, Word.StillClosed),
        ["reopened"] = gate => Opened(gate),
        ["builds-open"] = gate => gate.Hears(1, Office, Word.Usual),
        ["awaiting-proof"] = gate => Shut(gate).Hears(30, Paper, Word.Reopened),
        ["closure-awaits-proof"] = gate => Opened(gate).Hears(45, Paper, Word.Closed),
        ["closing-side-silent"] = gate => Shut(gate).Hears(30, OtherOffice, Word.Reopened),
        ["gate-is-not-it"] = gate =>
            gate.Hears(1, Office, Word.Closed with { Cause = "strike" }).Hears(8, Voice.Notice("PK"), Word.Usual),
        ["part-only"] = gate => Shut(gate).Hears(30, Office, Word.PeopleAllowed).Hears(33, Paper, Word.Reopened),
        ["never-closed"] = gate => gate.Hears(1, Voice.Rumour, Word.Closed).Hears(4, Voice.Notice("PK"), Word.Denied),
        ["disputed"] = gate => Shut(gate).Hears(5, Voice.Notice("PK"), Word.Denied),
        ["reopening-refuted"] = gate => Opened(gate).Hears(48, Voice.Trader("herald"), Word.StillClosed),
        ["other-side-shut"] = gate =>
            gate.Hears(1, Voice.Notice("AF"), Word.Closed)
                .Hears(30, Voice.Notice("AF"), Word.Reopened)
                .Hears(33, Office, Word.StillClosed with { ActingSide = "PK" }),
        ["dispute-settled"] = gate =>
            Shut(gate).Hears(5, Voice.Notice("PK"), Word.Denied).Hears(20, OtherOffice, Word.StillClosed),
        ["exception"] = gate => Shut(gate).Hears(30, Office, Word.StrandedTrucks),
        ["promised"] = gate => Shut(gate).Hears(10, Office, Word.WillReopen(51)),
        ["promise-repeated"] = gate =>
            Shut(gate).Hears(10, Office, Word.WillReopen(51)).Hears(11, Paper, Word.WillReopen(51)),
        ["promise-moved"] = gate =>
            Shut(gate).Hears(10, Office, Word.WillReopen(51)).Hears(30, Office, Word.WillReopen(99)),
        ["plan-retold"] = gate => gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34)).Hears(20, Paper, Word.Closed),
        ["promise-without-time"] = gate => Shut(gate).Hears(10, Office, Word.WillReopen(51) with { Scheduled = null }),
        ["promise-hearsay"] = gate => Shut(gate).Hears(10, Paper, Word.WillReopen(51)),
        ["already-so"] = gate => gate.Hears(1, Office, Word.Usual).Hears(10, Office, Word.WillReopen(51)),
        ["promise-denied"] = gate =>
            Shut(gate).Hears(10, Office, Word.WillReopen(51)).Hears(20, Voice.Notice("AF"), Word.NotReopened),
        ["scheduled-begin"] = gate => gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34)).Until(35),
        ["scheduled-end"] = gate =>
            gate.Hears(10, Voice.Notice("PK"), Word.WillClose(34, until: 82, cause: "holiday")).Until(90),
        ["promise-overdue"] = gate => Shut(gate).Hears(10, Office, Word.WillReopen(51)).Until(60),
        ["faded"] = gate => gate.Hears(1, Office, Word.Closed with { Cause = "weather" }).Until(60),
    };

    /// <summary>These begin with somebody who is no source.</summary>
    private static readonly string[] Elsewhere = ["corrected-by-operator", "blind"];

    public static TheoryData<string> Rules => [.. Stories.Keys];

    private static IEnumerable<FoldRule> All =>
        typeof(FoldRule)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (FoldRule)property.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_decides_and_says_so(string rule)
    {
        var step = Stories[rule](new Gate()).Steps.Last(step => step.Crossing == "gate");

        Assert.Equal(rule, step.Rule);
        Assert.Equal(All.Single(known => known.Name == rule).Reason, step.Reason);
    }

    [Fact]
    public void Every_rule_has_its_story() =>
        Assert.Equal(
            All.Select(rule => rule.Name).Order(StringComparer.Ordinal),
            Stories.Keys.Concat(Elsewhere).Order(StringComparer.Ordinal)
        );

    private static Gate Shut(Gate gate) => gate.Hears(1, Office, Word.Closed);

    private static Gate Opened(Gate gate) => Shut(gate).Hears(30, Office, Word.Reopened);
}

using System.Globalization;
using System.Text.Json;
using AlertWorker.Claims;
using AlertWorker.Commands;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Entries;
using AlertWorker.House;

namespace AlertWorker.Alerts;

/// <summary>
/// Days as they happen at borders, told in plain sentences of our own, through the shipped reader and the desk:
/// every alert is asserted with its window, and their number.
/// </summary>
public sealed class TimelineTests
{
    private static readonly WorkerConfiguration Shipped = ConfigFolder
        .Read(Repository.Path("config"), new Dictionary<string, string>())
        .Value!;

    private static readonly ClaimReader Reader = new(new Gazetteer(Shipped.Crossings.Values), Shipped.Lexicons);

    public static TheoryData<string> Days =>
        [
            .. Repository
                .Files("tests/AlertWorker.Tests/Corpus/timelines", "*.jsonl")
                .Select(file => Path.GetFileNameWithoutExtension(file)!),
        ];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_day_leads_to_the_alerts_it_should_and_to_no_others(string name)
    {
        var folder = Repository.Path("tests/AlertWorker.Tests/Corpus/timelines");
        var expected = JsonSerializer.Deserialize<ExpectedDay>(
            await File.ReadAllTextAsync(
                Path.Combine(folder, name + ".expect.json"),
                TestContext.Current.CancellationToken
            ),
            StatusJson.Options
        )!;
        var day = new ReplayDay(Reader, Shipped.Crossings, new FoldRules());
        var alerts = new List<Alert>();
        await foreach (
            var outcome in day.Play(Lines(Path.Combine(folder, name + ".jsonl")), TestContext.Current.CancellationToken)
        )
            alerts.AddRange(outcome.Decisions.Select(decision => decision.Alert).OfType<Alert>());

        var seen = string.Join('\n', alerts.Select(Show));
        Assert.All(
            expected.Alerts,
            one => Assert.True(alerts.Exists(one.Fits), $"no {string.Join('|', one.Kinds)} {one.After:u} among\n{seen}")
        );
        Assert.True(alerts.Count >= expected.Total[0] && alerts.Count <= expected.Total[1], $"in all:\n{seen}");
        Assert.All(alerts, alert => Assert.NotEmpty(alert.Quotes));
        Assert.All(expected.Final, end => AssertEnd(day.Book[end.Key], end.Value));
    }

    private static void AssertEnd(CrossingStatus? status, ExpectedEnd expected)
    {
        var headline = status?.Headline ?? Status.Unknown;
        Assert.True(expected.Status.Count == 0 || expected.Status.Contains(headline), $"ends {headline}");
        if (expected.Disputed is { } disputed)
            Assert.Equal(disputed, status?.Disputed ?? false);
        if (status is not null)
            Assert.True(ExpectedAlert.FlowsFit(status.Flows, expected.Flows), "flows differ at the end");
    }

    private static string Show(Alert alert) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{alert.At:u} {alert.Crossing} {alert.Kind} {alert.Status} {alert.Certainty} {alert.Reason} [{string.Join(' ', alert.Flows)}] {string.Join(',', alert.Because)}"
        );

    private static async IAsyncEnumerable<ReplayLine> Lines(string file)
    {
        await foreach (var line in File.ReadLinesAsync(file))
            yield return ReplayLine.Parse(line, new Dictionary<string, Source>());
    }
}

using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Alerts;

public sealed class ShadowTests
{
    private static readonly FoldRules Patient = new() { OverdueAfterHour = TimeSpan.FromHours(30) };

    private readonly Gate gate = new();

    private static Shadow Beside(FoldRules rules) =>
        new(new AlertDesk(Gate.Crossings, rules), CrossingBook.Empty, Gate.Dawn);

    /// <summary>A promise that passes at hour 12, heard by the live rules and by the shadow.</summary>
    private IReadOnlyList<ShadowDifference> Differences(FoldRules rules, double until)
    {
        var shadow = Beside(rules);
        foreach (var (hour, claim) in new[] { (1.0, Word.Closed), (2.0, Word.WillReopen(12)) })
        {
            var voice = Voice.Official("PK");
            gate.Hears(hour, voice, claim);
            var entry = new Entry
            {
                Id = $"e{hour}",
                Content = $"{hour}",
                PublishedUtc = Gate.Dawn.AddHours(hour - 0.1),
            };
            var at = Gate.Dawn.AddHours(hour);
            var said = claim with { Speaker = voice.Speaker, Certainty = Certainty.Likely };
            shadow.Hear(new HeardEntry(at, [new Testimony(said, entry, voice.Source, at)], Backlog: false));
        }
        gate.Until(until);
        shadow.MoveTo(Gate.Dawn.AddHours(until));
        foreach (var alert in gate.Alerts)
            shadow.Sent(alert);
        return shadow.Differences();
    }

    [Fact]
    public void The_same_rules_differ_in_nothing() => Assert.Empty(Differences(new FoldRules(), 60));

    [Fact]
    public void A_more_patient_rule_sends_later_what_the_live_one_sent()
    {
        var differences = Differences(Patient, 60);

        Assert.Equal(
            [(AlertKind.Overdue, false), (AlertKind.Overdue, true)],
            differences.Select(one => (one.Alert.Kind, one.Live))
        );
        Assert.Equal(Gate.Dawn.AddHours(42), differences[0].Alert.At);
    }

    [Fact]
    public void What_may_still_find_its_counterpart_is_not_told_yet() => Assert.Empty(Differences(Patient, 15.05));

    [Fact]
    public void Rules_keep_the_memory_of_causes_that_are_not_named()
    {
        var rules = new FoldRules { Decay = new Dictionary<string, TimeSpan> { ["weather"] = TimeSpan.FromHours(5) } };

        Assert.Equal(TimeSpan.FromHours(5), rules.DecayOf("weather"));
        Assert.Equal(new FoldRules().DecayOf("strike"), rules.DecayOf("strike"));
    }

    [Fact]
    public void Shadow_rules_are_read_from_the_settings()
    {
        using var folder = new TestFolder();
        folder.Write(
            "appsettings.json",
            """
            { "AlertWorker": { "Shadow": { "OverdueAfterHour": "06:00:00", "ConfirmUpTo": "likely", "Decay": { "weather": "2.00:00:00" } } } }
            """
        );

        var rules = folder.Read().Value!.Settings.Shadow!;

        Assert.Equal((TimeSpan.FromHours(6), Certainty.Likely), (rules.OverdueAfterHour, rules.ConfirmUpTo));
        Assert.Equal(TimeSpan.FromDays(2), rules.DecayOf("weather"));
        Assert.Equal(new FoldRules().OverdueAfterDay, rules.OverdueAfterDay);
    }
}

using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Wordings;

/// <summary>What is read when an operator takes an alert back, and when the state rests on his word.</summary>
public sealed class WithdrawalTests
{
    private const string Why = "That photograph is from last year.";

    private readonly Gate gate = new();

    public static TheoryData<string> Languages => CatalogTests.Languages;

    [Fact]
    public void Who_runs_the_service_withdraws_a_message_says_why_and_that_nothing_is_known()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Closed);

        Assert.Equal(
            """
            CORRECTION, now not known: gate – all traffic – 02:00 UTC

            The people who run this service withdraw the message of 4 March 2024, 01:00 UTC. It rested on this:
            “so it is said”
            Said by the outlet itself – post (https://post.example/e1), 4 March 2024, 00:55 UTC
            Why it is withdrawn:
            “That photograph is from last year.”
            Nothing is known of its present state. No news does not mean open.

            To mute this incident: /mute – why you got this: /why
            """,
            Told(gate.Alerts[0], 2, "en").PlainText
        );
    }

    [Fact]
    public void What_has_changed_since_the_withdrawn_alert_is_what_is_known_with_who_says_so()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed).Hears(30, Voice.Official("PK", "times"), Word.Reopened);

        var told = Told(gate.Alerts[0], 31, "en");

        Assert.StartsWith("CORRECTION, now open: gate", told.Subject, StringComparison.Ordinal);
        Assert.Contains("State: open, since 5 March 2024", told.PlainText, StringComparison.Ordinal);
        Assert.Contains("(official, Pakistan side) – times", told.PlainText, StringComparison.Ordinal);
        Assert.Contains("How sure: likely – a named official", told.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_language_takes_the_operator_for_an_official_or_his_word_for_a_source(string language)
    {
        var catalog = SomeAlert.Catalogs.For(language);
        gate.Hears(1, Voice.Outlet("post"), Word.Usual).Hears(30, Voice.Outlet("post"), Word.Closed);

        var text = Told(gate.Alerts[0], 31, language).PlainText;

        Assert.Contains(Why, text, StringComparison.Ordinal);
        Assert.Contains(catalog.Plain("line.withdrawn.why"), text, StringComparison.Ordinal);
        Assert.Contains(catalog.Plain("certainty.operator"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(catalog.Plain("certainty.likely"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(catalog.Plain("speaker.official"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_on_the_operators_word_is_asked_for_and_told_as_that()
    {
        gate.Hears(1, Voice.Outlet("post"), Word.Usual).Hears(30, Voice.Outlet("post"), Word.Closed);

        var text = Asked(Corrected(gate.Alerts[0], 31));

        Assert.StartsWith("OPEN: gate", text, StringComparison.Ordinal);
        Assert.Contains(
            "Said by the people who run this service – AlertWorker, 5 March 2024, 07:00 UTC\nHow sure: on the word of",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_state_that_one_mode_alone_makes_has_its_evidence_too()
    {
        gate.Hears(1, Voice.Official("PK"), Word.Closed with { Scope = Scope.People });

        var text = Asked(gate.Status);

        Assert.StartsWith("RESTRICTED: gate", text, StringComparison.Ordinal);
        Assert.Contains("State: restricted, since 4 March 2024", text, StringComparison.Ordinal);
        Assert.Contains("Flows: people both ways: closed; cargo both ways: not known", text, StringComparison.Ordinal);
        Assert.Contains("commissioner of PK (official, Pakistan side)", text, StringComparison.Ordinal);
    }

    private CrossingStatus Corrected(Alert alert, double hour) =>
        Assert.Single(
            new AlertDesk(Gate.Crossings, new FoldRules())
                .Correct(gate.Book, alert, Why, Gate.Dawn.AddHours(hour))
                .Changed
        );

    private ComposedMessage Told(Alert alert, double hour, string language)
    {
        var now = Gate.Dawn.AddHours(hour);
        return Alerts.Wording.Compose(
            Correction.Of(alert, Why, now, Corrected(alert, hour)),
            Gate.Crossings["gate"],
            SomeAlert.Catalogs.For(language),
            "UTC",
            now,
            new MessageLinks(Bot: true)
        );
    }

    private static string Asked(CrossingStatus status) =>
        StatusWording
            .Compose(
                status,
                Gate.Crossings["gate"],
                SomeAlert.Catalogs.English,
                "UTC",
                Gate.Dawn.AddHours(32),
                [],
                evidence: null
            )
            .PlainText;
}

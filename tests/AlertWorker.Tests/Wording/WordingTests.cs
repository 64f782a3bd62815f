using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Wordings;

public sealed class WordingTests
{
    [Fact]
    public void The_first_line_says_word_crossing_flow_and_local_time() =>
        Assert.Equal(
            "CLOSED (reported): Torkham – cargo both ways – 14:05 PKT",
            SomeAlert.In("en", SomeAlert.Closed).Subject
        );

    public static TheoryData<AlertKind, Status, Status, string> Words =>
        new()
        {
            { AlertKind.Closed, Status.Closed, Status.Open, "CLOSED: " },
            { AlertKind.Restricted, Status.Restricted, Status.Open, "RESTRICTED: " },
            { AlertKind.Reopened, Status.Open, Status.Closed, "REOPENED: " },
            { AlertKind.Reopened, Status.Restricted, Status.Closed, "PARTLY REOPENED: " },
            { AlertKind.Disputed, Status.Closed, Status.Closed, "DISPUTED, last known closed: " },
            { AlertKind.Confirmed, Status.Closed, Status.Closed, "CONFIRMED CLOSED: " },
            { AlertKind.Announced, Status.Closed, Status.Closed, "REOPENING ANNOUNCED, still closed: " },
            { AlertKind.Announced, Status.Restricted, Status.Closed, "CHANGE ANNOUNCED, still restricted: " },
            { AlertKind.Announced, Status.Open, Status.Open, "CLOSURE OR RESTRICTION ANNOUNCED, still open: " },
            { AlertKind.Announced, Status.Unknown, Status.Unknown, "CHANGE ANNOUNCED: " },
            { AlertKind.Overdue, Status.Closed, Status.Closed, "PROMISE OVERDUE, still closed: " },
            { AlertKind.Correction, Status.Open, Status.Closed, "CORRECTION, now open: " },
            { AlertKind.Unknown, Status.Unknown, Status.Closed, "NO LONGER KNOWN, was closed: " },
        };

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_kind_has_its_word(AlertKind kind, Status status, Status before, string word)
    {
        var alert = SomeAlert.Closed with
        {
            Kind = kind,
            Status = status,
            Before = before,
            Certainty = Certainty.Likely,
            Flows = SomeAlert.Flows(status, status),
        };

        Assert.StartsWith(word, SomeAlert.In("en", alert).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "reported")]
    [InlineData("ur", "اطلاع")]
    [InlineData("ps", "راپور")]
    [InlineData("fa", "گزارش")]
    [InlineData("ar", "تقارير")]
    [InlineData("hi", "खबर")]
    [InlineData("ru", "по сообщениям")]
    [InlineData("tr", "habere göre")]
    [InlineData("es", "según informes")]
    [InlineData("fr", "selon un rapport")]
    [InlineData("pl", "według doniesień")]
    [InlineData("uk", "за повідомленнями")]
    public void One_weak_source_is_worded_as_a_report_whatever_the_kind(string language, string reported)
    {
        foreach (var kind in Enum.GetValues<AlertKind>())
            Assert.Contains(
                reported,
                SomeAlert.In(language, SomeAlert.Closed with { Kind = kind }).Subject,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void The_body_has_evidence_speaker_link_times_cause_and_ways_round()
    {
        var text = SomeAlert.In("en", SomeAlert.Closed).PlainText;

        Assert.Equal(
            """
            CLOSED (reported): Torkham – cargo both ways – 14:05 PKT

            State: closed, since 4 March 2026, 11:05 PKT (06:05 UTC) – 3 hours by our count
            Flows: cargo both ways: closed; people both ways: open
            “the gate has been shut for all kinds of vehicles since the morning”
            Said by Gul Rahman, deputy commissioner (official, Pakistan side) – Border Daily (https://news.example/story?id=1&lang=en), 4 March 2026, 13:45 PKT (08:45 UTC)
            How sure: reported – one unnamed or unattributed source, not confirmed
            Cause: armed clash
            Other ways: Kharlachi (closed, 118 km); Ghulam Khan (open, 160 km)

            To mute this incident: /mute – why you got this: /why
            """,
            text
        );
    }

    [Theory]
    [InlineData("en", "Other ways: Kharlachi (closed)")]
    [InlineData("ru", "Kharlachi (закрыт)")]
    public void A_way_round_that_nobody_located_is_shown_without_a_distance(string language, string expected)
    {
        var alert = SomeAlert.Closed with
        {
            Alternatives = [new Alternative("kharlachi", "Kharlachi", Status.Closed, null)],
        };

        Assert.Contains(expected, SomeAlert.In(language, alert).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_round_says_who_may_use_it_and_whether_the_same_decision_stops_it()
    {
        var alert = SomeAlert.Closed with
        {
            Alternatives =
            [
                new Alternative("kharlachi", "Kharlachi", Status.Closed, 118)
                {
                    Flows = SomeAlert.Flows(Status.Closed, Status.Open),
                },
                new Alternative("ghulam-khan", "Ghulam Khan", Status.Closed, 160)
                {
                    Flows = SomeAlert.Flows(Status.Closed, Status.Closed),
                    SameDecision = true,
                },
            ],
        };

        var text = SomeAlert.In("en", alert).PlainText;

        Assert.Contains("Kharlachi (closed, open: people both ways, 118 km)", text, StringComparison.Ordinal);
        Assert.Contains("The same decision also stops: Ghulam Khan", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dispute_shows_the_dissenting_words_too()
    {
        var dissent = SomeAlert.Quote with { Text = "the gate is open", Says = Status.Open, Outlet = "Other Paper" };
        var text = SomeAlert
            .In("en", SomeAlert.Closed with { Kind = AlertKind.Disputed, Quotes = [SomeAlert.Quote, dissent] })
            .PlainText;

        Assert.Contains("Against it:\n“the gate is open”\nSaid by ", text, StringComparison.Ordinal);
        Assert.Contains("Other Paper", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_names_its_time_and_who_promised()
    {
        var promise = SomeAlert.Quote with { Says = null, Text = "it opens on Saturday" };
        var at = new DateTimeOffset(2026, 3, 6, 19, 0, 0, TimeSpan.Zero);
        var alert = SomeAlert.Closed with
        {
            Kind = AlertKind.Announced,
            Scheduled = new Schedule(at, DayOnly: true, "2026-03-07"),
            Quotes = [promise],
        };

        Assert.Contains(
            "Expected next: announced for 7 March 2026 by Gul Rahman, deputy commissioner (official, Pakistan side), Border Daily",
            SomeAlert.In("en", alert).PlainText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_time_in_UTC_names_its_day_when_that_is_another()
    {
        var alert = SomeAlert.Closed with { Since = new DateTimeOffset(2026, 3, 3, 20, 30, 0, TimeSpan.Zero) };

        Assert.Contains(
            "since 4 March 2026, 01:30 PKT (3 March 2026, 20:30 UTC)",
            SomeAlert.In("en", alert).PlainText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Europe/Warsaw", "2026-03-29T00:59:00Z", "01:59 CET")]
    [InlineData("Europe/Warsaw", "2026-03-29T01:00:00Z", "03:00 CEST")]
    [InlineData("Asia/Kathmandu", "2026-03-29T01:00:00Z", "06:45 UTC+05:45")]
    [InlineData("America/Caracas", "2026-03-29T01:00:00Z", "21:00 UTC-04:00")]
    [InlineData("Nowhere/AtAll", "2026-03-29T01:00:00Z", "01:00 UTC")]
    public void Clocks_follow_the_readers_zone(string zone, string at, string shown) =>
        Assert.Equal(
            shown,
            ZoneClock
                .For(zone, SomeAlert.Catalogs.English)
                .Hour(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("ru", "Сообщает неназванный источник – ")]
    [InlineData("ur", "بیان: نام ظاہر نہ کرنے والا ذریعہ – ")]
    public void An_office_that_only_says_in_English_what_the_speaker_is_is_left_out(string language, string said)
    {
        var sources = SomeAlert.Quote with { Speaker = new Speaker(null, "sources", null, SpeakerKind.Unnamed) };

        Assert.Contains(
            said,
            SomeAlert.In(language, SomeAlert.Closed with { Quotes = [sources] }).PlainText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_command_in_a_text_from_right_to_left_keeps_its_own_direction()
    {
        var urdu = SomeAlert.Catalogs.For("ur");

        Assert.StartsWith("\u2066/watch\u2069 ", urdu.Plain("bot.start.next"), StringComparison.Ordinal);
        Assert.Contains("\u2066/quiet 22:00-06:00\u2069", urdu.Plain("bot.quiet.ask"), StringComparison.Ordinal);
        Assert.StartsWith("Send /watch ", SomeAlert.Catalogs.English.Plain("bot.start.next"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_direction_is_named_by_its_arrow()
    {
        var flows = SomeAlert.Torkham.Flows.ToDictionary(
            flow => flow,
            flow => flow is { Mode: FlowMode.Cargo, From: "PK" } ? Status.Closed : Status.Open
        );

        Assert.Contains(
            " – cargo \u2066PK→AF\u2069 – ",
            SomeAlert.In("en", SomeAlert.Closed with { Flows = flows, Status = Status.Restricted }).Lines[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Links_that_are_not_of_the_web_are_not_shown()
    {
        foreach (
            var link in new[]
            {
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://a@b.example/",
            }
        )
        {
            var message = SomeAlert.In("en", SomeAlert.Closed with { Quotes = [SomeAlert.Quote with { Link = link }] });
            Assert.DoesNotContain(link, message.PlainText, StringComparison.Ordinal);
            Assert.DoesNotContain("<a ", TelegramHtml.Render(message), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Control_and_direction_characters_are_taken_out_of_quotes()
    {
        var quote = SomeAlert.Quote with
        {
            Text = "gate\u202E nepo\u2066 now\r\nBcc: x@y.example\u2028end\u0007 \u200Bz",
        };

        var text = SomeAlert.In("en", SomeAlert.Closed with { Quotes = [quote] }).PlainText;

        Assert.Contains("“gate nepo now Bcc: x@y.example end z”", text, StringComparison.Ordinal);
    }
}

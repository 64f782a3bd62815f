using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>What follows the first line: since when, who says so, who contradicts, what next, why, and where else to go.</summary>
internal sealed class AlertBody(Alert alert, MessageCatalog catalog, ZoneClock clock, MessageLinks links)
{
    private const int MostAlternatives = 3;

    public IEnumerable<MessageLine> Lines(DateTimeOffset now)
    {
        foreach (var line in Withdrawal())
            yield return line;
        foreach (var line in State(now))
            yield return line;
        if (Expected() is { } expected)
            yield return expected;
        if (alert.Cause is { } cause && cause != "unknown")
            yield return Line("line.cause", ("cause", catalog.Plain($"cause.{cause}")));
        if (alert.Alternatives.Count > 0)
            yield return Line("line.alternatives", ("alternatives", Alternatives()));
        if (alert.Alternatives.Where(other => other.SameDecision).ToList() is { Count: > 0 } same)
            yield return Line("line.alternatives.same", ("alternatives", Names(same)));
        yield return new MessageLine();
        if (SafeText.Link(links.Evidence) is { } evidence)
            yield return Line("line.evidence", Linked(evidence));
        yield return Mute();
    }

    private MessageLine Since(DateTimeOffset now)
    {
        var since = clock.Full(alert.Since);
        var state = FlowWords.State(alert.Status, catalog);
        var length = now - alert.Since;
        return length < TimeSpan.FromMinutes(2)
            ? Line("line.since", ("status", state), ("time", since))
            : Line("line.since.long", ("status", state), ("time", since), ("duration", clock.Duration(length)));
    }

    /// <summary>What is known now, who says so and how sure that is; after a withdrawal it may be nothing.</summary>
    private IEnumerable<MessageLine> State(DateTimeOffset now)
    {
        if (alert is { Withdrawn: not null, Status: Status.Unknown })
        {
            yield return Line("status.nothing");
            yield break;
        }
        yield return Since(now);
        if (alert.Flows.Values.Distinct().Skip(1).Any())
            yield return Line("line.flows", ("flows", FlowWords.States(alert.Flows, catalog)));
        foreach (var line in Quotes())
            yield return line;
        yield return Line($"certainty.{Sureness}");
    }

    /// <summary>Who runs this service is no official, and has no source but himself.</summary>
    private string Sureness =>
        alert.Quotes.All(quote => quote.Speaker.Kind == SpeakerKind.Operator)
            ? "operator"
            : alert.Certainty.ToString().ToLowerInvariant();

    /// <summary>What an operator takes back and why, then the deciding statement and the ones that contradict it or stand beside it.</summary>
    public IEnumerable<MessageLine> Statements() => [.. Withdrawal(), .. Quotes()];

    private IEnumerable<MessageLine> Withdrawal()
    {
        if (alert.Withdrawn is not { } withdrawn)
            yield break;
        yield return Line("line.withdrawn", ("time", clock.Full(withdrawn.At)));
        yield return Words(withdrawn.Quote);
        yield return Said(withdrawn.Quote);
        yield return Line("line.withdrawn.why");
        yield return Words(alert.Quotes[0]);
    }

    private IEnumerable<MessageLine> Quotes()
    {
        var quotes = alert.Quotes.Skip(alert.Withdrawn is null ? 0 : 1).ToList();
        for (var i = 0; i < quotes.Count; i++)
        {
            if (i > 0)
                yield return Line(quotes[i].Says == quotes[0].Says ? "line.also" : "line.against");
            yield return Words(quotes[i]);
            yield return Said(quotes[i]);
        }
    }

    private static MessageLine Words(Quote quote) =>
        new(new MessageSpan(SafeText.Line(quote.Text), SpanStyle.Quote, Foreign: true));

    private MessageLine Said(Quote quote) =>
        new([
            .. catalog.Text(
                "line.said",
                SpanStyle.Plain,
                ("who", SpeakerWords.Of(quote.Speaker, catalog)),
                ("outlet", [new MessageSpan(Outlet(quote), SpanStyle.Plain, SafeText.Link(quote.Link), true)]),
                ("time", [new MessageSpan(clock.Full(quote.At))])
            ),
        ]);

    private MessageLine? Expected()
    {
        if (alert.Scheduled is not { } scheduled)
            return null;
        var promise = alert.Quotes.FirstOrDefault(quote => quote.Says is null) ?? alert.Quotes[0];
        var time = scheduled.At switch
        {
            null => catalog.Plain("expected.someday"),
            { } at when scheduled.DayOnly => clock.Day(at),
            { } at => clock.Full(at),
        };
        return new MessageLine([
            .. catalog.Text(
                alert.Kind == AlertKind.Overdue ? "line.overdue" : "line.expected",
                SpanStyle.Plain,
                ("time", [new MessageSpan(time)]),
                (
                    "who",
                    [
                        .. SpeakerWords.Of(promise.Speaker, catalog),
                        new MessageSpan(catalog.Plain("list.comma")),
                        new MessageSpan(Outlet(promise), Foreign: true),
                    ]
                )
            ),
        ]);
    }

    /// <summary>The nearest ones: more of them, or some a thousand kilometres away, help nobody on a phone.</summary>
    private string Alternatives() =>
        string.Join(
            catalog.Plain("list.semicolon"),
            alert
                .Alternatives.OrderBy(other => other.Kilometres ?? double.MaxValue)
                .Take(MostAlternatives)
                .Select(other => string.Concat(Alternative(other).Select(span => span.Text)))
        );

    private IReadOnlyList<MessageSpan> Alternative(Alternative other)
    {
        var name = ("crossing", new MessageSpan(Name(other)));
        var status = ("status", new MessageSpan(FlowWords.Passable(other, catalog)));
        return other.Kilometres is { } kilometres
            ? catalog.Text(
                "alternative",
                name,
                status,
                ("distance", new MessageSpan(catalog.Number((long)Math.Round(kilometres))))
            )
            : catalog.Text("alternative.unmeasured", name, status);
    }

    private string Names(IEnumerable<Alternative> others) =>
        string.Join(catalog.Plain("list.comma"), others.Select(Name));

    /// <summary>Isolated where a name in another script would turn the line round.</summary>
    private string Name(Alternative other)
    {
        var name = SafeText.Line(other.Name);
        return catalog.RightToLeft || SafeText.IsRightToLeft(name) ? $"\u2068{name}\u2069" : name;
    }

    private MessageLine Mute() =>
        links.Bot ? Line("mute.bot")
        : SafeText.Link(links.Unsubscribe) is { } unsubscribe ? Line("mute.link", Linked(unsubscribe))
        : Line("mute.operator");

    private MessageLine Line(string key, params (string Place, string Value)[] values) =>
        new([.. catalog.Text(key, [.. values.Select(v => (v.Place, new MessageSpan(v.Value)))])]);

    private MessageLine Line(string key, MessageSpan link) => new([.. catalog.Text(key, ("link", link))]);

    private static MessageSpan Linked(string address) => new(address, SpanStyle.Plain, address, Foreign: true);

    private static string Outlet(Quote quote) =>
        SafeText.Line(quote.Outlet) is { Length: > 0 } outlet ? outlet
        : Uri.TryCreate(quote.Link, UriKind.Absolute, out var link) ? link.Host
        : "?";
}

using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Puts the present state of a crossing into words: for whoever asks rather than is told.</summary>
public static class StatusWording
{
    /// <summary>The state with its evidence, since when, and the ways round.</summary>
    /// <param name="status">What is known; null for nothing.</param>
    /// <param name="alternatives">Nearest other ways with their own state.</param>
    /// <param name="evidence">Page with the whole history; null for none.</param>
    public static ComposedMessage Compose(
        CrossingStatus? status,
        Crossing crossing,
        MessageCatalog catalog,
        string timeZoneId,
        DateTimeOffset now,
        IReadOnlyList<Alternative> alternatives,
        string? evidence
    )
    {
        var clock = ZoneClock.For(timeZoneId, catalog);
        var headline = Line(status, crossing, catalog, clock, SpanStyle.Bold);
        MessageLine[] lines =
            Evidence(status) is { Count: > 0 } quotes && status is { Since: { } since }
                ?
                [
                    .. new AlertBody(
                        AsAlert(status, since, quotes, alternatives),
                        catalog,
                        clock,
                        new MessageLinks(evidence)
                    )
                        .Lines(now)
                        .SkipLast(1), // how to mute: nothing was sent
                ]
                : [new MessageLine([.. catalog.Text("status.nothing")])];
        return new ComposedMessage(catalog.Language, catalog.RightToLeft, [headline, new MessageLine(), .. lines])
        {
            More = SafeText.Link(evidence),
        };
    }

    /// <summary>One line: the word, the crossing, and when it was last said.</summary>
    public static MessageLine Line(
        CrossingStatus? status,
        Crossing crossing,
        MessageCatalog catalog,
        ZoneClock clock,
        SpanStyle style = SpanStyle.Plain
    )
    {
        var word = catalog.Plain(
            $"word.{(status?.Headline ?? Status.Unknown) switch
        {
            Status.Closed => "closed",
            Status.Restricted => "restricted",
            Status.Open => "open",
            _ => "notknown",
        }}"
        );
        if (status is { Certainty: Certainty.Possible, Headline: not Status.Unknown })
            word = string.Concat(catalog.Text("word.reported", ("word", new MessageSpan(word))).Select(s => s.Text));
        return new MessageLine([
            .. catalog.Text(
                status?.AsOf is null ? "headline.never" : "headline.status",
                style,
                ("status", [new MessageSpan(word)]),
                ("crossing", [new MessageSpan(Wording.Name(crossing, catalog))]),
                ("time", [new MessageSpan(status?.AsOf is { } asOf ? clock.Full(asOf) : "")])
            ),
        ]);
    }

    private static Alert AsAlert(
        CrossingStatus status,
        DateTimeOffset since,
        IReadOnlyList<Quote> quotes,
        IReadOnlyList<Alternative> alternatives
    ) =>
        new()
        {
            Id = status.Crossing,
            At = status.AsOf ?? since,
            Incident = status.Crossing,
            Crossing = status.Crossing,
            Kind = status.Disputed ? AlertKind.Disputed : AlertKind.Closed,
            Status = status.Headline,
            Flows = status.Flows,
            Disputed = status.Disputed,
            Certainty = status.Certainty,
            Since = since,
            Scheduled = status.Expected?.Schedule,
            Cause = status.Cause,
            Quotes = quotes,
            Reason = "asked",
            Alternatives = alternatives,
        };

    /// <summary>The newest words of the stand that decides the state; none where nothing is known.</summary>
    public static IReadOnlyList<Quote> Evidence(CrossingStatus? status) =>
        status?.Now.Deciding is not { } stand
            ? []
            :
            [
                .. stand
                    .Supports.OrderByDescending(support => support.At)
                    .Take(1)
                    .Select(support => Quote.Of(support, stand.Status)),
            ];
}

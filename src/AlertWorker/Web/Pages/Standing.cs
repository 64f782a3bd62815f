using AlertWorker.Alerts;
using AlertWorker.Bot;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>How a crossing stands now, in the words of an alert: since when, who says so, who contradicts, how sure, why.</summary>
internal static class Standing
{
    /// <summary>Statements shown of those that say the same.</summary>
    private const int MostVoices = 2;

    public static Markup Of(CrossingStatus? status, Crossing crossing, Reader reader)
    {
        var quotes = status is null ? [] : Quotes(status);
        if (status is not { Since: { } since } || quotes.Count == 0)
            return Markup.Of($"<p>{reader.Word("status.nothing")}</p>\n");
        var alert = new Alert
        {
            Id = crossing.Id,
            At = status.AsOf ?? since,
            Incident = crossing.Id,
            Crossing = crossing.Id,
            Kind = AlertKind.Closed,
            Status = status.Headline,
            Flows = status.Flows,
            Disputed = status.Disputed,
            Certainty = status.Certainty,
            Since = since,
            Cause = status.Cause,
            Quotes = quotes,
            Reason = "asked",
        };
        var message = Wording.Compose(alert, crossing, reader.Catalog, reader.ZoneId, reader.Now, MessageLinks.None);
        // Without the headline, which stands above, and without how to stop messages.
        return Markup.Of(
            $"{MessageMarkup.Of(message.Lines.Skip(2).SkipLast(1), message.RightToLeft)}{Promised(status, alert, reader)}"
        );
    }

    /// <summary>Nearest other ways, each with its own state; nothing for none.</summary>
    public static Markup Alternatives(
        Crossing crossing,
        IReadOnlyDictionary<string, Crossing> crossings,
        CrossingBook book,
        Reader reader
    )
    {
        var others = WaysRound.Of(crossing, book, crossings);
        if (others.Count == 0)
            return Markup.None;
        var ways = others.Select(other => Way(crossings[other.Crossing], other, book, reader));
        return Markup.Of(
            $"<p class=\"label\">{reader.Word("line.alternatives", ("alternatives", ""))}</p>\n<ul class=\"ways\">\n{ways}</ul>\n{Same(others, crossings, reader)}"
        );
    }

    private static Markup Way(Crossing other, Alternative way, CrossingBook book, Reader reader) =>
        Markup.Of(
            $"<li><a href=\"{reader.Link($"/crossings/{other.Id}")}\"><bdi>{Wording.Name(other, reader.Catalog)}</bdi></a> {Badge.Of(book[other.Id], reader)}{Far(way, reader)}</li>\n"
        );

    private static Markup? Far(Alternative way, Reader reader) =>
        way.Kilometres is { } distance
            ? Markup.Of($" <small><bdi dir=\"ltr\">{reader.Catalog.Number((long)distance)} km</bdi></small>")
            : null;

    /// <summary>The warning that the same decision stops other ways too.</summary>
    private static Markup Same(
        IReadOnlyList<Alternative> others,
        IReadOnlyDictionary<string, Crossing> crossings,
        Reader reader
    )
    {
        var names = string.Join(
            reader.Catalog.Plain("list.comma"),
            others
                .Where(other => other.SameDecision)
                .Select(other => Wording.Name(crossings[other.Crossing], reader.Catalog))
        );
        return names.Length == 0
            ? Markup.None
            : Markup.Of($"<p>{reader.Word("line.alternatives.same", ("alternatives", names))}</p>\n");
    }

    /// <summary>What is announced, and who announces it.</summary>
    private static Markup Promised(CrossingStatus status, Alert state, Reader reader)
    {
        if (status.Expected is not { Support: { } support } promise)
            return Markup.None;
        var time = promise.Schedule switch
        {
            { At: null } => reader.Word("expected.someday"),
            { DayOnly: true, At: { } day } => reader.Clock.Day(day),
            { At: { } at } => reader.Clock.Full(at),
        };
        var word = reader.Word("status", promise.Target);
        var said = Wording.Statements(state with { Quotes = [Quote(support, null)] }, reader.Catalog, reader.ZoneId);
        return Markup.Of(
            $"<p class=\"label\">{reader.Word("page.expected", ("status", word), ("time", time))}</p>\n{MessageMarkup.Of(said, reader.Catalog.RightToLeft)}"
        );
    }

    /// <summary>The newest words the state rests on, then the newest against it.</summary>
    private static List<Quote> Quotes(CrossingStatus status) =>
        [
            .. status
                .Now.Stands.Where(stand => stand.Status == status.Headline)
                .SelectMany(stand => stand.Supports.Select(support => Quote(support, stand.Status)))
                .OrderByDescending(quote => quote.At)
                .DistinctBy(quote => quote.Outlet)
                .Take(MostVoices),
            .. (status.Now.Dissent?.Supports ?? [])
                .OrderByDescending(support => support.At)
                .Take(1)
                .Select(support => Quote(support, status.Now.Dissent!.Status)),
        ];

    private static Quote Quote(Support said, Status? says) =>
        new(said.EntryId, said.Text, said.Speaker, said.Outlet, said.Link, said.At, says);
}

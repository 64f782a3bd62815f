using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/</c>: what is not as it should be first, then a search over every crossing, the last alerts, and the health of the feeds.</summary>
internal sealed class StatusPage(PageSources sources, AlertArchive alerts, DeliveryTally tally)
{
    private const int LastAlerts = 12;

    public static Task<IResult> Show(HttpRequest request, StatusPage page, CancellationToken cancellation) =>
        page.Answer(request, cancellation);

    private async Task<IResult> Answer(HttpRequest request, CancellationToken cancellation)
    {
        var reader = sources.ReaderOf(request);
        var book = await sources.Book(cancellation);
        var told = await alerts.Page(new AlertPage { Limit = LastAlerts }, cancellation);
        var unsent = await tally.Unsent(cancellation);
        var typed = new WebQuery(request).Text("q")?.Trim();
        return new PageFrame(reader, reader.Word("page.title"), "/", "/alerts.atom").Around(
            Markup.Of(
                $"""
                <h1>{reader.Word("page.title")}</h1>
                <p class="lead">{reader.Word("page.lead")}</p>
                {Search(typed, book, reader)}{SubscribePage.Link(sources, reader)}{Attention(book, reader)}{Open(book, reader)}{Told(told, reader)}{All(
                    book,
                    reader
                )}{FeedTable.Of(sources.Feeds(), reader)}{DeliveryTable.Of(unsent, reader)}
                """
            )
        );
    }

    private Markup Search(string? typed, CrossingBook book, Reader reader) =>
        Markup.Of(
            $"""
            <form class="search" role="search" action="/" method="get">
            <label for="q">{reader.Word("page.search")}</label>
            <div><input id="q" name="q" type="search" value="{typed}" maxlength="100" dir="auto" autocomplete="off"><button>{reader.Word(
                "page.find"
            )}</button></div>
            {reader.Kept()}</form>
            {Found(typed, book, reader)}
            """
        );

    private Markup? Found(string? typed, CrossingBook book, Reader reader)
    {
        if (string.IsNullOrEmpty(typed))
            return null;
        var found = sources.Find(typed);
        return found.Count == 0
            ? Markup.Of($"<p class=\"found\">{reader.Word("page.none", ("name", typed))}</p>\n")
            : Markup.Of($"<section class=\"found borders\">{CrossingList.Plain(found, book, reader)}</section>\n");
    }

    private Markup Attention(CrossingBook book, Reader reader)
    {
        var crossings = sources.Configuration.Crossings;
        Crossing[] loud =
        [
            .. crossings
                .Values.Where(crossing => Rank(book[crossing.Id]) > 0)
                .OrderByDescending(crossing => Rank(book[crossing.Id]))
                .ThenByDescending(crossing => book[crossing.Id]?.Since)
                .ThenBy(crossing => crossing.Name, StringComparer.Ordinal),
        ];
        return loud.Length == 0
            ? Markup.Of($"<p class=\"calm\">{reader.Word("page.calm")}</p>\n")
            : Markup.Of(
                $"<section><h2>{reader.Word("page.attention")} <small>{reader.Catalog.Number(loud.Length)}</small></h2>\n<div class=\"cards\">\n{loud.Select(crossing => CrossingCard.Of(crossing, book, crossings, reader))}</div></section>\n"
            );
    }

    /// <summary>Closed first, then restricted, disputed, no longer known, about to change; 0 for what needs no attention.</summary>
    private static int Rank(CrossingStatus? status) =>
        status switch
        {
            null => 0,
            { Headline: Status.Closed } => 5,
            { Headline: Status.Restricted } => 4,
            { Disputed: true } => 3,
            { Headline: Status.Unknown, Now.Turn: "faded" or "blind" } => 2,
            { Expected: not null } => 1,
            _ => 0,
        };

    private Markup Open(CrossingBook book, Reader reader)
    {
        Crossing[] open =
        [
            .. sources.Configuration.Crossings.Values.Where(crossing =>
                book[crossing.Id] is { Headline: Status.Open } status && Rank(status) == 0
            ),
        ];
        return open.Length == 0
            ? Markup.None
            : Markup.Of(
                $"<section class=\"borders\"><h2>{reader.Word("page.open")} <small>{reader.Catalog.Number(open.Length)}</small></h2>\n{CrossingList.Plain(open.OrderBy(crossing => crossing.Name, StringComparer.Ordinal), book, reader)}</section>\n"
            );
    }

    private Markup Told(IReadOnlyList<Alert> told, Reader reader) =>
        told.Count == 0
            ? Markup.None
            : Markup.Of(
                $"<section><h2>{reader.Word("page.alerts")}</h2>\n{AlertList.Of(told, sources.Configuration, reader)}</section>\n"
            );

    private Markup All(CrossingBook book, Reader reader)
    {
        var crossings = sources.Configuration.Crossings;
        return Markup.Of(
            $"""
            <section id="all"><h2>{reader.Word("page.all")} <small>{reader.Catalog.Number(crossings.Count)}</small></h2>
            <details><summary>{reader.Word("page.all")}</summary><div class="borders">
            {CrossingList.ByBorder(crossings.Values, book, reader)}</div></details></section>

            """
        );
    }
}

using AlertWorker.Alerts;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/crossings/{id}</c>: the state of every flow, what it rests on, and how it came to it.</summary>
internal sealed class CrossingPage(PageSources sources, AlertArchive alerts, LedgerArchive ledger)
{
    private const int Shown = 100;

    public static Task<IResult> Show(
        string id,
        HttpRequest request,
        CrossingPage page,
        CancellationToken cancellation
    ) => page.Answer(id, request, cancellation);

    private async Task<IResult> Answer(string id, HttpRequest request, CancellationToken cancellation)
    {
        var reader = sources.ReaderOf(request);
        var crossings = sources.Configuration.Crossings;
        if (!crossings.TryGetValue(id, out var crossing))
            return MissingPage.Of(reader);
        var book = await sources.Book(cancellation);
        var told = await alerts.Page(new AlertPage { Crossing = id, Limit = Shown }, cancellation);
        var lines = await ledger.Page(id, null, null, null, Shown, cancellation);
        var name = Wording.Name(crossing, reader.Catalog);
        return new PageFrame(reader, name, $"/crossings/{id}", $"/crossings/{id}/alerts.atom").Around(
            Markup.Of(
                $"""
                <p class="back"><a href="{reader.Link("/")}">{reader.Word("page.title")}</a></p>
                <h1><bdi>{name}</bdi></h1>
                <p class="lead">{Badge.Of(book[id], reader)} <bdi>{reader.Border(crossing.Countries)}</bdi>{Place(crossing)}</p>
                <div class="card {book[id]?.Headline.ToString().ToLowerInvariant() ?? "unknown"}">
                {Standing.Of(book[id], crossing, reader)}{Standing.Alternatives(
                    crossing,
                    crossings,
                    book,
                    reader
                )}</div>
                {SubscribePage.Link(sources, reader, id)}{FlowTable.Of(crossing, book[id], reader)}{Timeline(told, reader)}{LedgerTable.Of(lines, reader)}
                <p class="formats"><a href="/crossings/{id}/alerts.atom">Atom</a> · <a href="/api/crossings/{id}">JSON</a> · <a href="/api/crossings/{id}/history.csv">CSV</a></p>

                """
            )
        );
    }

    private static Markup? Place(Crossing crossing) =>
        Geography.IsKnown(crossing)
            ? Markup.Of($" · <a dir=\"ltr\" href=\"geo:{Geography.Point(crossing)}\">{Geography.Point(crossing)}</a>")
            : null;

    private Markup Timeline(IReadOnlyList<Alert> told, Reader reader) =>
        Markup.Of(
            $"<section><h2>{reader.Word("page.timeline")}</h2>\n{(told.Count == 0 ? Markup.Of($"<p>—</p>\n") : AlertList.Of(told, sources.Configuration, reader))}</section>\n"
        );
}

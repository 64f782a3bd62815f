using AlertWorker.Alerts;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/alerts/{id}</c>: the alert as it was told, with its evidence and the others of its incident.</summary>
internal sealed class AlertDetail(PageSources sources, AlertStore alerts, AlertArchive archive)
{
    public static Task<IResult> Show(
        string id,
        HttpRequest request,
        AlertDetail page,
        CancellationToken cancellation
    ) => page.Answer(id, request, cancellation);

    private async Task<IResult> Answer(string id, HttpRequest request, CancellationToken cancellation)
    {
        var reader = sources.ReaderOf(request);
        if (await alerts.Find(id, cancellation) is not { } alert)
            return MissingPage.Of(reader);
        var crossing = AlertText.Crossing(alert, sources.Configuration);
        var message = Wording.Compose(
            Wording.Named(alert, sources.Configuration.Crossings, reader.Catalog),
            crossing,
            reader.Catalog,
            reader.ZoneId,
            alert.At,
            MessageLinks.None
        );
        var incident = await archive.Page(
            new AlertPage { Incident = alert.Incident, Crossing = alert.Crossing },
            cancellation
        );
        return new PageFrame(reader, message.Subject, $"/alerts/{alert.Id}").Around(
            Markup.Of(
                $"""
                <p class="back"><a href="{reader.Link($"/crossings/{crossing.Id}")}"><bdi>{Wording.Name(
                    crossing,
                    reader.Catalog
                )}</bdi></a></p>
                <h1>{message.Lines[0].Text}</h1>
                <div class="card {alert.Status.ToString().ToLowerInvariant()}">
                {MessageMarkup.Of(message.Lines.Skip(2).SkipLast(1), message.RightToLeft)}<p><small>{reader.Clock.Full(
                    alert.At
                )} · <code>{alert.Reason}</code></small></p></div>
                <section><h2>{reader.Word("page.timeline")}</h2>
                {AlertList.Of(incident, sources.Configuration, reader)}</section>
                <p class="formats"><a href="/alerts/{alert.Id}.cap">CAP</a></p>

                """
            )
        );
    }
}

using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/alerts/{id}.cap</c>.</summary>
internal static class CapEndpoint
{
    public static async Task<IResult> One(
        string id,
        HttpRequest request,
        LiveConfiguration live,
        AlertArchive archive,
        AlertStore alerts,
        CancellationToken cancellation
    )
    {
        if (await alerts.Find(id, cancellation) is not { } alert)
            return WebProblem.NotFound($"There is no alert '{id}'.");
        var incident = await archive.Page(
            new AlertPage { Incident = alert.Incident, Crossing = alert.Crossing },
            cancellation
        );
        return TaggedResult.Text(
            CapDocument.Write(
                CapStory.Of(alert, incident),
                AlertText.Crossing(alert, live.Current),
                live.Current.Messages.For(new WebQuery(request).Text("lang")),
                WebLinks.Of(request, live.Current.Settings.Web)
            ),
            "application/cap+xml; charset=utf-8"
        );
    }
}

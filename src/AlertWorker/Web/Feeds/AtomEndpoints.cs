using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/alerts.atom</c> and <c>/crossings/{id}/alerts.atom</c>: the last hundred alerts.</summary>
internal sealed class AtomEndpoints(LiveConfiguration live, AlertArchive alerts)
{
    private const int Shown = 100;

    public static Task<IResult> All(HttpRequest request, AtomEndpoints atom, CancellationToken cancellation) =>
        atom.Feed(request, crossing: null, cancellation);

    public static Task<IResult> OfCrossing(
        string id,
        HttpRequest request,
        AtomEndpoints atom,
        CancellationToken cancellation
    ) => atom.Feed(request, id, cancellation);

    private async Task<IResult> Feed(HttpRequest request, string? crossing, CancellationToken cancellation)
    {
        var configuration = live.Current;
        var links = WebLinks.Of(request, configuration.Settings.Web);
        var catalog = configuration.Messages.For(new WebQuery(request).Text("lang"));
        var place = crossing is null ? null : configuration.Crossings.GetValueOrDefault(crossing);
        if (crossing is not null && place is null)
            return WebProblem.NoCrossing(crossing);
        var found = await alerts.Page(new AlertPage { Crossing = crossing, Limit = Shown }, cancellation);
        var title = place is null ? "AlertWorker" : Alerts.Wording.Name(place, catalog);
        return TaggedResult.Text(
            new AlertFeed(configuration, links, catalog).Write(
                request.Path + request.QueryString,
                place is null ? $"{links.Root}/" : links.Crossing(place.Id),
                title,
                found
            ),
            "application/atom+xml; charset=utf-8"
        );
    }
}

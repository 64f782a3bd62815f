using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary><c>/api/alerts</c>: newest first, 500 a page.</summary>
internal static class AlertApi
{
    private const int Most = 500;

    public static async Task<IResult> All(
        HttpRequest request,
        LiveConfiguration live,
        AlertArchive alerts,
        CancellationToken cancellation
    )
    {
        var query = new WebQuery(request);
        var page = new AlertPage
        {
            Since = query.Time("since"),
            Until = query.Time("until"),
            Crossing = query.Text("crossing"),
            Kind = query.Kind("kind"),
            After = query.After(),
            Limit = query.Limit(Most, Most),
        };
        if (query.Fault is { } fault)
            return WebProblem.BadRequest(fault);
        if (page.Crossing is { } id && !live.Current.Crossings.ContainsKey(id))
            return WebProblem.NoCrossing(id);
        var found = await alerts.Page(page, cancellation);
        var next = found.Count == page.Limit ? query.Next(found[^1].At, found[^1].Id) : null;
        return TaggedResult.Json(found.Select(alert => AlertText.Document(alert, live.Current)), next);
    }
}

using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Feeds;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>The addresses the worker answers at.</summary>
public static class WebEndpoints
{
    public static void MapAlertWorker(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => Results.Json(new { status = "ok" }));
        app.MapGet("/healthz/ready", Ready);
        app.MapGet("/api/crossings", AllCrossings);
        app.MapGet("/api/crossings/{id}", OneCrossing);
        app.MapGet("/api/crossings/{id}/history", History);
        app.MapGet("/api/alerts", Alerts);
        app.MapGet("/api/feeds", Feeds);
    }

    private static async Task<IResult> Ready(WorkerHealth health, CancellationToken cancellation)
    {
        var checks = await health.Check(cancellation);
        var well = checks.Values.All(check => check == "ok");
        return Results.Json(new { status = well ? "ok" : "not ready", checks }, statusCode: well ? 200 : 503);
    }

    private static async Task<IResult> AllCrossings(
        LiveConfiguration live,
        StatusStore statuses,
        CancellationToken cancellation
    )
    {
        var book = await statuses.Book(cancellation);
        return Json(live.Current.Crossings.Values.Select(crossing => StatusBody.Of(crossing, book[crossing.Id])));
    }

    private static async Task<IResult> OneCrossing(
        string id,
        LiveConfiguration live,
        StatusStore statuses,
        CancellationToken cancellation
    ) =>
        live.Current.Crossings.TryGetValue(id, out var crossing)
            ? Json(StatusBody.Of(crossing, (await statuses.Book(cancellation))[id]))
            : Unknown(id);

    private static async Task<IResult> History(
        string id,
        string? from,
        string? to,
        LiveConfiguration live,
        LedgerStore ledger,
        AlertStore alerts,
        CancellationToken cancellation
    )
    {
        if (!live.Current.Crossings.ContainsKey(id))
            return Unknown(id);
        if (!Time(from, out var first) || !Time(to, out var last))
            return NoTime();
        return Json(
            new
            {
                crossing = id,
                steps = await ledger.StepsOf(id, first, last, cancellation: cancellation),
                alerts = await alerts.List(first, id, cancellation: cancellation),
            }
        );
    }

    private static async Task<IResult> Alerts(
        string? since,
        string? crossing,
        string? kind,
        LiveConfiguration live,
        AlertStore alerts,
        CancellationToken cancellation
    )
    {
        if (!Time(since, out var first))
            return NoTime();
        AlertKind? wanted = null;
        if (kind is not null)
        {
            if (!Enum.TryParse<AlertKind>(kind, ignoreCase: true, out var named))
                return Problem($"'{kind}' is not a kind of alert", StatusCodes.Status400BadRequest);
            wanted = named;
        }
        var found = await alerts.List(first, crossing, wanted, cancellation: cancellation);
        return Json(found.Select(alert => AlertDocument.Of(alert, Text(alert, live.Current))));
    }

    /// <summary>The message in English; a crossing that has left the configuration is called by its id.</summary>
    private static string Text(Alert alert, WorkerConfiguration configuration) =>
        Wording.PlainText(
            alert,
            configuration.Crossings.GetValueOrDefault(alert.Crossing)
                ?? new Crossing
                {
                    Id = alert.Crossing,
                    Name = alert.Crossing,
                    Countries = ["", ""],
                },
            configuration.Messages.English
        );

    private static IResult Feeds(LiveConfiguration live, FeedStates states) =>
        Json(live.Current.Feeds.Where(feed => feed.Enabled).Select(feed => FeedBody.Of(feed, states.Of(feed))));

    private static IResult Json<T>(T body) => Results.Json(body, WebJson.Options);

    private static IResult Unknown(string id) =>
        Problem($"There is no crossing '{id}'.", StatusCodes.Status404NotFound);

    private static IResult NoTime() =>
        Problem("from, to and since are ISO 8601 times.", StatusCodes.Status400BadRequest);

    private static IResult Problem(string detail, int status) => Results.Problem(detail, statusCode: status);

    private static bool Time(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
            return true;
        var read = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var parsed
        );
        time = read ? parsed : null;
        return read;
    }
}

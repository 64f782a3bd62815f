using System.Globalization;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>
/// <c>/api/crossings/{id}/history</c>: the newest lines of the ledger between two times, oldest first, with the alerts of that time; the link
/// leads to older ones. As <c>history.csv</c> the same lines for a spreadsheet. With <c>at</c> it ends there and says what was known at that moment,
/// folded again from the claims read until then by the rules of today; what operators corrected stands in the ledger.
/// </summary>
internal sealed class HistoryApi(LiveConfiguration live, LedgerArchive ledger, AlertArchive alerts, ClaimArchive claims)
{
    private const int MostLines = 1000;
    private const int MostRows = 10_000;

    public static Task<IResult> Json(
        string id,
        HttpRequest request,
        HistoryApi history,
        CancellationToken cancellation
    ) => history.Answer(id, new WebQuery(request), MostLines, history.AsJson, cancellation);

    public static Task<IResult> Csv(
        string id,
        HttpRequest request,
        HistoryApi history,
        CancellationToken cancellation
    ) => history.Answer(id, new WebQuery(request), MostRows, history.AsCsv, cancellation);

    private async Task<IResult> Answer(
        string id,
        WebQuery query,
        int most,
        Func<HistoryPage, CancellationToken, Task<IResult>> write,
        CancellationToken cancellation
    )
    {
        if (!live.Current.Crossings.ContainsKey(id))
            return WebProblem.NoCrossing(id);
        var at = query.Time("at");
        var (from, to, after) = (query.Time("from"), at ?? query.Time("to"), query.After());
        var limit = query.Limit(most, most);
        var number = 0L;
        var placed =
            after is null || long.TryParse(after.Value.Id, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        if (query.Fault is not null || !placed)
            return WebProblem.BadRequest(query.Fault ?? "after is taken from the link to the next page.");
        var lines = await ledger.Page(
            id,
            from,
            to,
            after is null ? null : (after.Value.At, number),
            limit,
            cancellation
        );
        var next = lines.Count == limit ? query.Next(lines[^1].Step.At, lines[^1].Number) : null;
        return await write(new HistoryPage(id, from, to, [.. lines.Reverse()], next) { At = at }, cancellation);
    }

    private async Task<IResult> AsJson(HistoryPage page, CancellationToken cancellation)
    {
        var told = await alerts.Page(
            new AlertPage
            {
                Since = page.From,
                Until = page.To,
                Crossing = page.Crossing,
            },
            cancellation
        );
        return TaggedResult.Json(
            new
            {
                crossing = page.Crossing,
                steps = page.Lines.Select(line => line.Step),
                alerts = told.Select(alert => AlertText.Document(alert, live.Current)),
                known = page.At is { } at ? await KnownAt(page.Crossing, at, cancellation) : null,
            },
            page.Next
        );
    }

    private async Task<StatusDocument> KnownAt(string id, DateTimeOffset at, CancellationToken cancellation)
    {
        var configuration = live.Current;
        var crossing = configuration.Crossings[id];
        var clock = new SimulatedClock(new AlertDesk(configuration.Crossings, new FoldRules()));
        await foreach (var heard in claims.Read(DateTimeOffset.MinValue, at, crossing, configuration, cancellation))
            clock.Hear(heard);
        clock.MoveTo(at);
        return StatusDocument.Of(clock.Book[id] ?? CrossingStatus.Of(crossing));
    }

    private Task<IResult> AsCsv(HistoryPage page, CancellationToken cancellation) =>
        Task.FromResult<IResult>(
            new TaggedResult(Encoding.UTF8.GetBytes(LedgerCsv.Write(page.Lines)), "text/csv; charset=utf-8")
            {
                Next = page.Next,
                FileName = $"{page.Crossing}-history.csv",
            }
        );
}

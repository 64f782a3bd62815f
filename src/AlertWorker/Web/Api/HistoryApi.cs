using System.Globalization;
using System.Text;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>
/// <c>/api/crossings/{id}/history</c>: the newest lines of the ledger between two times, oldest first, with the alerts of that time; the link
/// leads to older ones. As <c>history.csv</c> the same lines for a spreadsheet.
/// </summary>
internal sealed class HistoryApi(LiveConfiguration live, LedgerArchive ledger, AlertArchive alerts)
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
        var (from, to, after) = (query.Time("from"), query.Time("to"), query.After());
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
        return await write(new HistoryPage(id, from, to, [.. lines.Reverse()], next), cancellation);
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
            },
            page.Next
        );
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

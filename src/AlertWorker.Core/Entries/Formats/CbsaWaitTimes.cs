namespace AlertWorker.Entries.Formats;

/// <summary>
/// Border wait times of the Canada Border Services Agency (cbsa-asfc.gc.ca/bwt-taf), English or French: text with ";;" between the
/// cells, or the table of the web page where the address answers with that instead.
/// </summary>
public sealed class CbsaWaitTimes : IFeedFormat
{
    private const int Beginning = 2048;
    private const int LongestText = 256 * 1024;

    public string Name => "cbsa";

    public bool Recognises(FeedBody body) => !body.IsJson && (IsText(body) || IsTable(body));

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        var reading = new Reading(hints);
        var rows = IsText(body) ? TextRows(body) : TableRows(body);
        var offices = rows.Take(FeedLimits.Entries).Select(CbsaOffice.Parse).OfType<CbsaOffice>().ToList();
        return new FeedDocument
        {
            Format = Name,
            Feed = new FeedInfo
            {
                Title = "CBSA Border Wait Times",
                Link = "https://www.cbsa-asfc.gc.ca/bwt-taf/menu-eng.html",
            },
            Entries = [.. offices.Select(office => office.ToEntry(reading))],
            Posts =
            [
                .. offices.Select(office => new PostStatus(office.Name, office.Name, office.Location, office.Headline)),
            ],
            Fault =
                offices.Count == 0 ? new FeedFault(FeedFaultKind.Empty, "wait times without a single office") : null,
            Warnings = reading.Warnings,
        };
    }

    private static bool IsText(FeedBody body)
    {
        var beginning = body.Buffer.AsSpan(body.Start, Math.Min(Beginning, body.Buffer.Length - body.Start));
        var end = beginning.IndexOfAny('\r', '\n');
        var header = end < 0 ? beginning : beginning[..end];
        return header.Contains(";;", StringComparison.Ordinal)
            && (
                header.Contains("Customs Office", StringComparison.OrdinalIgnoreCase)
                || header.Contains("Bureau", StringComparison.OrdinalIgnoreCase)
                || header.Contains("CBSA Office", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool IsTable(FeedBody body) =>
        body.IsHtml && body.Buffer.AsSpan().Contains("bwttaf", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IReadOnlyList<string>> TextRows(FeedBody body) =>
        body
            .Buffer.AsSpan(0, Math.Min(body.Buffer.Length, LongestText))
            .ToString()
            .Split('\n')
            .Skip(1)
            .Select(line => (IReadOnlyList<string>)[.. line.Split(";;").Select(cell => PlainText.TitleOfText(cell))]);

    private static IEnumerable<IReadOnlyList<string>> TableRows(FeedBody body) =>
        HtmlPage
            .Parse(body)
            ?.QuerySelectorAll("#bwttaf tbody tr")
            .Select(row =>
                (IReadOnlyList<string>)[.. row.QuerySelectorAll("th, td").Select(cell => HtmlPage.Text(cell) ?? "")]
            )
        ?? [];
}

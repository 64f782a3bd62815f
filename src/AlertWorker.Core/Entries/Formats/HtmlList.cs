using AngleSharp.Dom;

namespace AlertWorker.Entries.Formats;

/// <summary>List pages of authorities and agencies without a feed, read by the CSS selectors of <c>feeds.json</c>.</summary>
public sealed class HtmlList : IFeedFormat
{
    public string Name => "html";

    /// <summary>Never by content alone: without selectors a page is no list. <see cref="FeedReader"/> asks for it by name.</summary>
    public bool Recognises(FeedBody body) => false;

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        if (hints.Select is not { } select)
            return Failed(FeedFaultKind.Html, "format html needs selectors");
        if (HtmlPage.Parse(body) is not { } page)
            return Failed(
                FeedFaultKind.TooDeep,
                "the page is too long, or its elements are too many or nested too deeply"
            );
        try
        {
            return Read(page, select, body, hints);
        }
        catch (DomException exception)
        {
            return Failed(FeedFaultKind.NotAFeed, "a selector cannot be read: " + exception.Message);
        }
    }

    private FeedDocument Read(IDocument page, HtmlSelectors select, FeedBody body, FeedHints hints)
    {
        var reading = new Reading(hints);
        var at =
            Addresses.Absolute(page.QuerySelector("base[href]")?.GetAttribute("href"), reading.Base) ?? reading.Base;
        var entries = page.QuerySelectorAll(select.Item)
            .Take(FeedLimits.Entries)
            .Select(item => ReadItem(item, select, at, reading))
            .OfType<Entry>()
            .ToList();
        var document = new FeedDocument
        {
            Format = Name,
            Feed = new FeedInfo
            {
                Title = PlainText.TitleOfText(page.Title ?? ""),
                Link = hints.BaseUrl,
                Language = page.DocumentElement?.GetAttribute("lang"),
            },
            Entries = entries,
            Warnings = reading.Warnings,
        };
        if (entries.Count > 0)
            return document;
        return document with
        {
            Fault = WebPages.IsChallenge(body.Text)
                ? new FeedFault(
                    FeedFaultKind.Consent,
                    "a consent page or a bot guard's challenge stands where the list should be"
                )
                : new FeedFault(
                    FeedFaultKind.Html,
                    $"nothing on the page matches \"{select.Item}\"; has its layout changed?"
                ),
        };
    }

    private static Entry? ReadItem(IElement item, HtmlSelectors select, Uri? at, Reading reading)
    {
        var anchor = select.Link is null ? FirstLink(item) : item.QuerySelector(select.Link);
        var link = Addresses.Clean(anchor?.GetAttribute("href")) is { Length: > 0 } href
            ? Addresses.Resolve(href, at)
            : null;
        var heading = select.Title is null
            ? HtmlPage.Text(anchor) ?? HtmlPage.Text(item)
            : HtmlPage.Text(item.QuerySelector(select.Title));
        var title = heading is null ? null : PlainText.TitleOfText(heading);
        var date = select.Date is null ? item.QuerySelector("time") : item.QuerySelector(select.Date);
        var summary = select.Summary is null ? null : HtmlPage.Text(item.QuerySelector(select.Summary));
        if (title is null && summary is null)
            return null;
        return new Entry
        {
            Id = EntryIdentity.Bounded(link) ?? EntryIdentity.Fingerprint(title, summary),
            Title = title,
            Link = link,
            Summary = summary,
            PublishedUtc = date is null
                ? null
                : reading.Date(date.GetAttribute("datetime")) ?? reading.Date(HtmlPage.Text(date)),
        };
    }

    private static IElement? FirstLink(IElement item) => item.Matches("a[href]") ? item : item.QuerySelector("a[href]");

    private FeedDocument Failed(FeedFaultKind kind, string message) =>
        new() { Format = Name, Fault = new FeedFault(kind, message) };
}

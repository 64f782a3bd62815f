using AngleSharp.Dom;

namespace AlertWorker.Entries.Formats;

/// <summary>
/// The public preview of a Telegram channel (t.me/s/NAME). A channel without preview redirects to a page without messages,
/// which is a fault, not silence.
/// </summary>
public sealed class TelegramPreview : IFeedFormat
{
    public string Name => "telegram";

    public bool Recognises(FeedBody body) =>
        body.IsHtml
        && (
            body.Buffer.AsSpan().Contains("tgme_widget_message", StringComparison.Ordinal)
            || body.Buffer.AsSpan().Contains("tgme_page", StringComparison.Ordinal)
        );

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        var reading = new Reading(hints);
        if (HtmlPage.Parse(body) is not { } page)
            return new FeedDocument
            {
                Format = Name,
                Fault = new FeedFault(
                    FeedFaultKind.TooDeep,
                    "the page is too long, or its elements are too many or nested too deeply"
                ),
            };
        var messages = page.QuerySelectorAll(".tgme_widget_message[data-post]").Take(FeedLimits.Entries);
        var entries = messages.Select(message => ReadMessage(message, reading)).OfType<Entry>().ToList();
        var header = page.QuerySelector(".tgme_channel_info_header_title") ?? page.QuerySelector(".tgme_page_title");
        return new FeedDocument
        {
            Format = Name,
            Feed = new FeedInfo
            {
                Title = PlainText.TitleOfText(HtmlPage.Text(header) ?? ""),
                Description = HtmlPage.Text(
                    page.QuerySelector(".tgme_channel_info_description") ?? page.QuerySelector(".tgme_page_description")
                ),
                Link =
                    Addresses.Resolve(
                        page.QuerySelector("meta[property='al:web:url'], link[rel=canonical]")?.GetAttribute("content")
                            ?? "",
                        reading.Base
                    ) ?? hints.BaseUrl,
            },
            Entries = entries,
            Fault =
                entries.Count == 0 && page.QuerySelector(".tgme_channel_history") is null
                    ? new FeedFault(FeedFaultKind.NoPreview, "the channel's public preview is switched off")
                    : null,
            Warnings = reading.Warnings,
        };
    }

    /// <summary>A message with text; pictures alone say nothing to us. Messages have no title.</summary>
    private static Entry? ReadMessage(IElement message, Reading reading)
    {
        var post = message.GetAttribute("data-post")!;
        // A quoted message stands before the message's own text and has the class of a reply.
        var text = HtmlPage.Text(message.QuerySelector(".tgme_widget_message_text:not(.js-message_reply_text)"));
        if (text is null)
            return null;
        return new Entry
        {
            Id = EntryIdentity.Bounded("https://t.me/" + post)!,
            Link = Addresses.Resolve("https://t.me/" + post, at: null),
            Content = text,
            PublishedUtc = reading.Date(
                (
                    message.QuerySelector(".tgme_widget_message_date time[datetime]")
                    ?? message.QuerySelector("time[datetime]")
                )?.GetAttribute("datetime")
            ),
        };
    }
}

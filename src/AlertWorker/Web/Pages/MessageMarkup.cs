using AlertWorker.Alerts;

namespace AlertWorker.Web;

/// <summary>The lines of a message as part of a page: the same words as on the phone and in the mail.</summary>
internal static class MessageMarkup
{
    /// <param name="rightToLeft">Direction of the words around the quotes.</param>
    public static Markup Of(IEnumerable<MessageLine> lines, bool rightToLeft)
    {
        var direction = rightToLeft ? "rtl" : "ltr";
        return Markup.Of(
            lines
                .Where(line => line.Spans.Count > 0)
                .Select(line =>
                    line.Spans is [{ Style: SpanStyle.Quote }]
                        ? Markup.Of($"<blockquote dir=\"auto\">{line.Text}</blockquote>\n")
                        : Markup.Of($"<p dir=\"{direction}\">{Spans(line.Spans)}</p>\n")
                )
        );
    }

    public static Markup Spans(IEnumerable<MessageSpan> spans) => Markup.Of(spans.Select(Of));

    private static Markup Of(MessageSpan span)
    {
        var text = span.Foreign ? Markup.Of($"<bdi>{span.Text}</bdi>") : Markup.Text(span.Text);
        return SafeText.Link(span.Link) is { } link
            ? Markup.Of($"<a href=\"{link}\" rel=\"noopener noreferrer nofollow\">{text}</a>")
            : text;
    }
}

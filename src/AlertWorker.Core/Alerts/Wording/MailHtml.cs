using System.Net;
using System.Text;

namespace AlertWorker.Alerts;

/// <summary>A message as a mail's HTML part: inline style only, nothing loaded from anywhere, readable on light and dark.</summary>
public static class MailHtml
{
    private const string Head = """
        <meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
        <style>
        :root{color-scheme:light dark}
        body{margin:0;padding:16px;font:16px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Naskh Arabic",Tahoma,sans-serif}
        main{max-width:38em;margin:0 auto;overflow-wrap:anywhere}
        h1{font-size:1.25em;line-height:1.3;margin:0 0 .8em}
        p{margin:.4em 0}
        blockquote{margin:.8em 0 .3em;padding:.1em .8em;border-inline-start:4px solid #8a8a8a;font-size:1.05em}
        </style>
        """;

    /// <summary>The whole HTML document.</summary>
    public static string Render(ComposedMessage message)
    {
        var direction = message.RightToLeft ? "rtl" : "ltr";
        var html = new StringBuilder(
            $"<!doctype html>\n<html lang=\"{Escape(message.Language)}\" dir=\"{direction}\"><head>"
        )
            .Append(Head)
            .Append("<title>" + Escape(message.Subject) + "</title></head><body><main>\n")
            .Append("<h1>" + Spans(message.Lines[0]) + "</h1>\n");
        foreach (var line in message.Lines.Skip(1).Where(line => line.Spans.Count > 0))
            html.Append(
                line.Spans is [{ Style: SpanStyle.Quote }]
                    ? $"<blockquote dir=\"auto\">{Escape(line.Text)}</blockquote>\n"
                    : $"<p>{Spans(line)}</p>\n"
            );
        return html.Append("</main></body></html>\n").ToString();
    }

    private static string Spans(MessageLine line) => string.Concat(line.Spans.Select(Markup));

    private static string Markup(MessageSpan span)
    {
        var text = span.Foreign ? $"<bdi>{Escape(span.Text)}</bdi>" : Escape(span.Text);
        return span.Link is { } link ? $"<a href=\"{Escape(link)}\">{text}</a>" : text;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

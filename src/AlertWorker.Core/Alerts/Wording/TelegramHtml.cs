using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AlertWorker.Alerts;

/// <summary>A message in Telegram's HTML (Bot API, "HTML style"), cut where it must be between entities.</summary>
public static partial class TelegramHtml
{
    /// <summary>Most UTF-16 units a message may have once its markup is read.</summary>
    public const int MostUnits = 4096;

    /// <summary>The message with markup.</summary>
    public static string Render(ComposedMessage message, int mostUnits = MostUnits)
    {
        var html = new StringBuilder();
        foreach (var line in Fit(message, mostUnits))
        {
            if (html.Length > 0)
                html.Append('\n');
            foreach (var span in line.Spans)
                html.Append(Markup(span, WebUtility.HtmlEncode(message.Shown(span))));
        }
        return html.ToString();
    }

    /// <summary>The message without markup, within the limit: for when the markup was refused.</summary>
    public static string Plain(ComposedMessage message, int mostUnits = MostUnits)
    {
        var plain = message.PlainText;
        if (plain.Length <= mostUnits)
            return plain;
        var rest = message.More is null ? "…" : $"…\n{message.More}";
        return Cut(plain, mostUnits - rest.Length) + rest;
    }

    /// <summary>Shortens the longest pieces until the whole fits, and leads to the rest.</summary>
    internal static IReadOnlyList<MessageLine> Fit(ComposedMessage message, int mostUnits)
    {
        var lines = message.Lines.ToList();
        if (Units(message, lines) <= mostUnits)
            return lines;
        if (message.More is { } more)
            lines.Add(new MessageLine(new MessageSpan(more, SpanStyle.Plain, more)));
        while (Units(message, lines) - mostUnits is > 0 and var over)
        {
            var (line, span) = Longest(lines);
            var spans = lines[line].Spans.ToArray();
            var keep = Math.Max(spans[span].Text.Length / 2, spans[span].Text.Length - over - 1);
            spans[span] = spans[span] with { Text = Cut(spans[span].Text, keep) + "…" };
            lines[line] = new MessageLine(spans);
        }
        return lines;
    }

    /// <summary>The beginning of a text, never ending inside a character people see as one.</summary>
    internal static string Cut(string text, int units)
    {
        if (text.Length <= units)
            return text;
        var end = 0;
        for (var at = 0; at <= units; at += StringInfo.GetNextTextElementLength(text, at))
            end = at;
        return text[..end];
    }

    private static int Units(ComposedMessage message, List<MessageLine> lines) =>
        lines.Sum(line => line.Spans.Sum(span => message.Shown(span).Length)) + lines.Count - 1;

    private static (int Line, int Span) Longest(List<MessageLine> lines) =>
        lines
            .SelectMany(
                (line, i) =>
                    line.Spans.Select((span, j) => (Length: span.Link == span.Text ? 0 : span.Text.Length, i, j))
            )
            .MaxBy(place => place.Length)
            is var (_, line, span)
            ? (line, span)
            : default;

    private static string Markup(MessageSpan span, string text)
    {
        var linked = span.Link is { } link ? $"<a href=\"{WebUtility.HtmlEncode(link)}\">{text}</a>" : text;
        return span.Style switch
        {
            SpanStyle.Bold => $"<b>{linked}</b>",
            SpanStyle.Quote =>
                $"<blockquote>{(Active().IsMatch(span.Text) ? $"<code>{linked}</code>" : linked)}</blockquote>",
            _ => linked,
        };
    }

    /// <summary>What Telegram would make a mention, command, tag or link by itself; inside code it stays text.</summary>
    [GeneratedRegex(@"[/@#$]\w|\w\.\w|://", RegexOptions.NonBacktracking)]
    private static partial Regex Active();
}

namespace AlertWorker.Alerts;

/// <summary>A message in one language, ready to be rendered for any channel. The first line says all.</summary>
/// <param name="Language">ISO 639-1 code of the words around the quotes.</param>
/// <param name="RightToLeft">Direction of that language.</param>
/// <param name="Lines">Never empty; an empty line separates paragraphs.</param>
public sealed record ComposedMessage(string Language, bool RightToLeft, IReadOnlyList<MessageLine> Lines)
{
    /// <summary>Page with the whole of it, for where it has to be cut; null when there is none.</summary>
    public string? More { get; init; }

    /// <summary>The first line as a mail subject: one line, nothing in it that a mail reader would decode.</summary>
    public string Subject => SafeText.HeaderLine(Lines[0].Text);

    /// <summary>The message without markup; links stand in brackets behind their words.</summary>
    public string PlainText => string.Join('\n', Lines.Select(line => string.Concat(line.Spans.Select(Plain))));

    /// <summary>A span's text, kept apart from the text around it where the directions differ.</summary>
    internal string Shown(MessageSpan span) =>
        span.Foreign && span.Text.Length > 0 && SafeText.IsRightToLeft(span.Text) != RightToLeft
            ? $"\u2068{span.Text}\u2069" // first strong isolate … pop (UAX #9)
            : span.Text;

    private string Plain(MessageSpan span) =>
        (span.Style, span.Link) switch
        {
            (SpanStyle.Quote, _) => $"“{Shown(span)}”",
            (_, null) => Shown(span),
            (_, var link) when link == span.Text => link,
            (_, var link) => $"{Shown(span)} ({link})",
        };
}

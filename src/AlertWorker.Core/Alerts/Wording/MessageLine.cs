namespace AlertWorker.Alerts;

/// <summary>One line of a message.</summary>
public sealed record MessageLine(IReadOnlyList<MessageSpan> Spans)
{
    public MessageLine(params MessageSpan[] spans)
        : this((IReadOnlyList<MessageSpan>)spans) { }

    /// <summary>The line as it is read, without any markup.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));
}

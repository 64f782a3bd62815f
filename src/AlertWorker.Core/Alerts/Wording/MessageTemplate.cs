namespace AlertWorker.Alerts;

/// <summary>A sentence with places to fill: <c>{status}: {crossing}</c>. A value never becomes part of the template.</summary>
public sealed class MessageTemplate
{
    private readonly IReadOnlyList<(string Text, bool IsPlace)> _parts;

    private MessageTemplate(IReadOnlyList<(string Text, bool IsPlace)> parts) => _parts = parts;

    /// <summary>Names of the places, in the order they stand.</summary>
    public IEnumerable<string> Places => _parts.Where(part => part.IsPlace).Select(part => part.Text);

    /// <exception cref="FormatException">A brace is open, or a place has no name.</exception>
    public static MessageTemplate Parse(string text)
    {
        var parts = new List<(string, bool)>();
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                parts.Add((text[at..], false));
                break;
            }
            if (open > at)
                parts.Add((text[at..open], false));
            var close = text.IndexOf('}', open);
            if (close <= open + 1)
                throw new FormatException($"'{text}' has a brace that is not a place like {{crossing}}");
            parts.Add((text[(open + 1)..close], true));
            at = close + 1;
        }
        return new MessageTemplate(parts);
    }

    /// <summary>The spans of the filled sentence; a place without a value stays empty.</summary>
    /// <param name="values">Spans by place name.</param>
    /// <param name="style">How the template's own words look.</param>
    public IEnumerable<MessageSpan> Fill(
        IReadOnlyDictionary<string, IReadOnlyList<MessageSpan>> values,
        SpanStyle style = SpanStyle.Plain
    )
    {
        foreach (var (text, isPlace) in _parts)
            if (!isPlace)
                yield return new MessageSpan(text, style);
            else if (values.TryGetValue(text, out var spans))
                foreach (var span in spans)
                    yield return span.Style == SpanStyle.Plain ? span with { Style = style } : span;
    }

    public override string ToString() => string.Concat(_parts.Select(p => p.IsPlace ? $"{{{p.Text}}}" : p.Text));
}

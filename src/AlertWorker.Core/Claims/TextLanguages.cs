namespace AlertWorker.Claims;

/// <summary>The languages of a text, the whole and line by line, each found when it is first asked for.</summary>
internal sealed class TextLanguages(string original, FoldedText text, LanguageFinder finder, Grammar unknown)
{
    private const int ShortLine = 12;

    private readonly List<Line> lines = [];
    private Grammar? main;

    /// <summary>The language of the whole.</summary>
    public Grammar Main => main ??= finder.Find(original, text.Span) ?? unknown;

    /// <summary>The language of the line that holds a folded offset.</summary>
    public Grammar At(int offset)
    {
        var known = lines.Find(line => offset >= line.Begin && offset <= line.End);
        if (known is not null)
            return known.Grammar;
        var begin = text.Span[..offset].LastIndexOf('\n') + 1;
        var length = text.Span[offset..].IndexOf('\n');
        var end = length < 0 ? text.Length : offset + length;
        var grammar = Of(original.AsSpan()[text.OriginOf(begin)..text.OriginOf(end)], text.Span[begin..end]);
        lines.Add(new Line(begin, end, grammar));
        return grammar;
    }

    /// <summary>A line too short to be sure of stays with the whole, unless its script is another.</summary>
    private Grammar Of(ReadOnlySpan<char> line, ReadOnlySpan<char> folded) =>
        (IsLong(folded) || LanguageFinder.ScriptOf(line) != Main.Lexicon.Detect.Script)
            ? finder.Find(line, folded) ?? Main
            : Main;

    private static bool IsLong(ReadOnlySpan<char> folded)
    {
        var words = 0;
        for (var i = 0; i < folded.Length && words <= ShortLine; i++)
            if (
                folded[i] != ' '
                && (
                    i == 0
                    || !Scripts.IsWordPart(folded[i])
                    || !Scripts.IsWordPart(folded[i - 1])
                    || Scripts.HasNoSpaces(folded[i])
                )
            )
                words++;
        return words > ShortLine;
    }

    private sealed record Line(int Begin, int End, Grammar Grammar);
}

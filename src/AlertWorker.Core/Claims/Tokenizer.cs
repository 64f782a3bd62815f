namespace AlertWorker.Claims;

/// <summary>Cuts a folded text into words and marks. Scripts without spaces give one token a character.</summary>
internal static class Tokenizer
{
    public static List<Token> Read(FoldedText text)
    {
        var span = text.Span;
        var tokens = new List<Token>(span.Length / 5 + 8);
        for (var i = 0; i < span.Length; )
        {
            var c = span[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            var end = i + 1;
            var kind = KindOf(c);
            if (kind == TokenKind.Word && !Scripts.HasNoSpaces(c))
                end = EndOfWord(span, i);
            else if (kind == TokenKind.Number)
                end = EndOfNumber(span, i);
            if (kind == TokenKind.Word && end - i > MaxWord)
                kind = TokenKind.Mark; // no language has such a word
            if (c != '\n' || tokens.Count == 0 || tokens[^1].Text != "\n")
                tokens.Add(new Token(i, end, TextOf(span[i..Math.Min(end, i + MaxWord)]), kind, text.IsCapital(i)));
            i = end;
        }

        return tokens;
    }

    private const int MaxWord = 64;

    private static int EndOfWord(ReadOnlySpan<char> span, int i)
    {
        var end = i + 1;
        while (end < span.Length && Scripts.IsLetter(span[end]) && !Scripts.HasNoSpaces(span[end]))
            end++;
        return end == i + 1 ? EndOfDotted(span, end) : end;
    }

    /// <summary>"a.m.", "p. m.", "U.S", "8 a.m on": single letters with dots between are one word; the last dot stands apart.</summary>
    private static int EndOfDotted(ReadOnlySpan<char> span, int end)
    {
        while (end + 1 < span.Length && span[end] == '.')
        {
            var spaced = span[end + 1] == ' ';
            var next = spaced ? end + 2 : end + 1;
            if (next >= span.Length || !Scripts.IsLetter(span[next]) || Scripts.HasNoSpaces(span[next]))
                return end;
            var dotted = next + 1 < span.Length && span[next + 1] == '.';
            var alone = next + 1 == span.Length || !Scripts.IsLetter(span[next + 1]);
            if (!dotted && (spaced || !alone))
                return end;
            end = next + 1;
        }

        return end;
    }

    private static string TextOf(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[1] == '.'
            ? word.ToString().Replace(" ", "", StringComparison.Ordinal)
            : word.ToString();

    private static TokenKind KindOf(char c) =>
        char.IsAsciiDigit(c) ? TokenKind.Number
        : Scripts.IsLetter(c) ? TokenKind.Word
        : c is '.' or '!' or '?' or '\n' or '…' or '|' or '•' ? TokenKind.Stop
        : TokenKind.Mark;

    /// <summary>"9.50", "1,200" and "16:00" are one number; "9." is a number and a stop.</summary>
    private static int EndOfNumber(ReadOnlySpan<char> span, int i)
    {
        while (
            i < span.Length
            && (
                char.IsAsciiDigit(span[i])
                || (span[i] is '.' or ',' or ':' && i + 1 < span.Length && char.IsAsciiDigit(span[i + 1]))
            )
        )
            i++;
        return i;
    }
}

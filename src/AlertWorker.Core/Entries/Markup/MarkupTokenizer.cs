namespace AlertWorker.Entries.Markup;

/// <summary>
/// Walks over the tags of an XML document (XML 1.0, 5th edition) and forgives what publishers get wrong: bare "&lt;" and "&amp;",
/// attributes without quotes, unknown declarations, junk between tags. It never backtracks and never recurses, so its cost is
/// linear in the document. Text is not reported: elements keep their position and decode it when asked.
/// </summary>
internal sealed class MarkupTokenizer(TextBuffer text, int start)
{
    /// <summary>More attributes than this on one tag are read over, not kept.</summary>
    private const int MaxAttributes = 256;

    private readonly List<RawAttribute> _attributes = [];
    private int _position = start;

    public TokenKind Kind { get; private set; }

    public Slice Name { get; private set; }

    public List<RawAttribute> Attributes => _attributes;

    public bool SelfClosing { get; private set; }

    /// <summary>Where the current tag begins and where the text after it does.</summary>
    public Slice Tag { get; private set; }

    /// <summary>The document ended inside a tag, a comment or a CDATA section.</summary>
    public bool Cut { get; private set; }

    /// <summary>What a tree of the document up to here would hold besides text: elements, attributes, comments.</summary>
    public int Nodes { get; private set; }

    /// <summary>The tag has more attributes than are kept.</summary>
    public bool HasMoreAttributes { get; private set; }

    public TokenKind Read()
    {
        while (true)
        {
            var offset = text.AsSpan(_position).IndexOf('<');
            if (offset < 0 || _position + offset + 1 >= text.Length)
                return Finish(cut: offset >= 0);
            var at = _position + offset;
            var next = text[at + 1];
            if (IsNameStart(next))
                return ReadStartTag(at);
            if (next == '/')
                return ReadEndTag(at);
            if (next == '!' && IsDoctype(at))
                return ReadDoctype(at);
            if (next is '!' or '?')
            {
                if (!SkipDeclaration(at))
                    return Finish(cut: true);
            }
            else
                _position = at + 1;
        }
    }

    private TokenKind Finish(bool cut)
    {
        Cut |= cut;
        _position = text.Length;
        return Kind = TokenKind.EndOfDocument;
    }

    private TokenKind ReadStartTag(int at)
    {
        _attributes.Clear();
        HasMoreAttributes = false;
        Nodes++;
        var nameEnd = NameEnd(at + 1);
        Name = new Slice(at + 1, nameEnd - at - 1);
        _position = nameEnd;
        while (true)
        {
            SkipSpace();
            if (_position >= text.Length)
                return Finish(cut: true);
            var c = text[_position];
            if (c == '>')
                return FinishTag(TokenKind.StartTag, at, _position + 1, selfClosing: false);
            if (c == '/' && _position + 1 < text.Length && text[_position + 1] == '>')
                return FinishTag(TokenKind.StartTag, at, _position + 2, selfClosing: true);
            if (c == '<') // the ">" was forgotten
                return FinishTag(TokenKind.StartTag, at, _position, selfClosing: false);
            if (!ReadAttribute())
                return Finish(cut: true);
        }
    }

    private bool ReadAttribute()
    {
        var nameStart = _position;
        var nameEnd = NameEnd(nameStart);
        if (nameEnd == nameStart) // a stray "=", quote or slash
        {
            _position++;
            return true;
        }
        _position = nameEnd;
        SkipSpace();
        if (_position >= text.Length)
            return false;
        if (text[_position] != '=')
        {
            Keep(new Slice(nameStart, nameEnd - nameStart), new Slice(nameEnd, 0));
            return true;
        }
        _position++;
        SkipSpace();
        return _position < text.Length && ReadValue(new Slice(nameStart, nameEnd - nameStart));
    }

    private bool ReadValue(Slice name)
    {
        var quote = text[_position];
        var valueStart = _position;
        int length;
        if (quote is '"' or '\'')
        {
            valueStart++;
            length = text.AsSpan(valueStart).IndexOf(quote);
            _position = valueStart + length + 1;
        }
        else
        {
            length = text.AsSpan(valueStart).IndexOfAny(Characters.SpaceOrClose);
            _position = valueStart + length;
        }
        if (length < 0)
            return false;
        Keep(name, new Slice(valueStart, length));
        return true;
    }

    private void Keep(Slice name, Slice value)
    {
        if (_attributes.Count < MaxAttributes)
            _attributes.Add(new RawAttribute(name, value));
        else
            HasMoreAttributes = true;
        Nodes++;
    }

    private TokenKind ReadEndTag(int at)
    {
        var close = text.AsSpan(at).IndexOf('>');
        if (close < 0)
            return Finish(cut: true);
        Name = new Slice(at + 2, NameEnd(at + 2) - at - 2);
        return FinishTag(TokenKind.EndTag, at, at + close + 1, selfClosing: false);
    }

    private TokenKind FinishTag(TokenKind kind, int start, int end, bool selfClosing)
    {
        Tag = new Slice(start, end - start);
        SelfClosing = selfClosing;
        _position = end;
        return Kind = kind;
    }

    private bool IsDoctype(int at) => text.AsSpan(at + 2).StartsWith("DOCTYPE", StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the end of the DOCTYPE with its internal subset; the subset is read by <see cref="EntityTable"/>.</summary>
    private TokenKind ReadDoctype(int at)
    {
        var inSubset = false;
        var position = at;
        while (true)
        {
            var offset = text.AsSpan(position).IndexOfAny("\"'[]>");
            if (offset < 0)
                return Finish(cut: true);
            position += offset;
            var c = text[position++];
            if (c is '"' or '\'')
            {
                var close = text.AsSpan(position).IndexOf(c);
                if (close < 0)
                    return Finish(cut: true);
                position += close + 1;
            }
            else if (c == '[')
                inSubset = true;
            else if (c == ']')
                inSubset = false;
            else if (!inSubset)
                return FinishTag(TokenKind.Doctype, at, position, selfClosing: false);
        }
    }

    /// <summary>Comment, CDATA section, processing instruction or any other declaration; false when it never ends.</summary>
    private bool SkipDeclaration(int at)
    {
        var rest = text.AsSpan(at);
        var end = rest switch
        {
            _ when rest.StartsWith("<!--") => After(rest, 4, "-->"),
            _ when rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) => After(rest, 9, "]]>"),
            // Up to the first ">", not "?>": searching the whole document for an end that never comes is quadratic.
            _ => After(rest, 2, ">"),
        };
        _position = at + end;
        Nodes++;
        return end > 0;
    }

    private static int After(ReadOnlySpan<char> rest, int from, string mark)
    {
        var index = rest[from..].IndexOf(mark, StringComparison.Ordinal);
        return index < 0 ? -1 : from + index + mark.Length;
    }

    private int NameEnd(int from)
    {
        var i = from;
        while (i < text.Length && text[i] is > ' ' and not ('>' or '/' or '=' or '<' or '"' or '\''))
            i++;
        return i;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && text[_position] <= ' ')
            _position++;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c >= '\u00c0';
}

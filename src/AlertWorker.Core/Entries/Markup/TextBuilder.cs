using System.Buffers;
using System.Globalization;

namespace AlertWorker.Entries.Markup;

/// <summary>
/// Collects plain text: white space collapsed, breaks kept as one "\n", and nothing in it that a reader cannot see – control
/// characters, bidirectional overrides, zero-width joins inside Latin words, towers of combining marks, lone surrogates.
/// </summary>
/// <param name="capacity">UTF-16 units expected.</param>
/// <param name="limit">UTF-16 units after which nothing more is wanted.</param>
internal ref struct TextBuilder(int capacity, int limit)
{
    /// <summary>Marks on one letter: no script needs more, and more makes a message unreadable.</summary>
    private const int MaxMarks = 4;

    /// <summary>Runs are copied in pieces of this size, so that no part of the text is searched twice.</summary>
    private const int Piece = 1024;

    private char[] _buffer = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 64));
    private int _length;
    private int _marks;
    private char _pending; // white space seen, not yet written: ' ' or '\n'

    /// <summary>More than wanted is there already; what follows may be left out.</summary>
    public readonly bool IsFull => _length > limit;

    /// <summary>Adds text in which line breaks are only white space.</summary>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !IsFull)
        {
            var plain = PlainRun(text);
            if (plain == 0)
            {
                AppendSlowly(text[0], text);
                text = text[1..];
                continue;
            }
            Write(text[..plain]);
            text = text[plain..];
        }
    }

    /// <summary>Adds a visible ASCII character.</summary>
    public void AppendPlain(char c) => Write(c);

    /// <summary>Adds text in which line breaks mean something.</summary>
    public void AppendLines(scoped ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            Append(line);
            Break();
        }
    }

    /// <summary>Begins a new line, once however often it is asked.</summary>
    public void Break() => _pending = '\n';

    public void Space()
    {
        if (_pending == '\0')
            _pending = ' ';
    }

    /// <summary>The text up to the limit, trimmed; gives the memory back.</summary>
    public string Finish()
    {
        var length = Math.Min(_length, limit);
        if (length < _length && length > 0 && char.IsHighSurrogate(_buffer[length - 1]))
            length--;
        var text = new string(_buffer, 0, length);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        return text;
    }

    /// <summary>How much of the beginning is ASCII without controls and double spaces, which is copied as it stands.</summary>
    private static int PlainRun(scoped ReadOnlySpan<char> text)
    {
        if (text[0] <= ' ')
            return 0;
        var run = text[..Math.Min(text.Length, Piece)];
        var end = run.IndexOfAnyExceptInRange(' ', '~');
        run = end < 0 ? run : run[..end];
        end = run.IndexOf("  ");
        run = end < 0 ? run : run[..end];
        return run.TrimEnd(' ').Length;
    }

    private void Write(scoped ReadOnlySpan<char> text)
    {
        Flush();
        EnsureRoom(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
        _marks = 0;
    }

    private void AppendSlowly(char c, scoped ReadOnlySpan<char> rest)
    {
        if (c < '\u0300')
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0' or '\u0085')
                Space();
            else if (c == '\u00ad' ? !AfterLetter() : !char.IsControl(c))
                Write(c);
            return;
        }
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                Space();
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                AppendMark(c);
                break;
            case UnicodeCategory.Format:
                if (!IsInvisible(c))
                    Write(c);
                break;
            case UnicodeCategory.Surrogate:
                AppendSurrogate(c, rest);
                break;
            case UnicodeCategory.OtherNotAssigned when c >= '\ufffe':
                break;
            default:
                Write(c);
                break;
        }
    }

    private void AppendMark(char c)
    {
        if (_marks >= MaxMarks)
            return;
        var marks = _marks;
        Write(c);
        _marks = marks + 1;
    }

    private void AppendSurrogate(char c, scoped ReadOnlySpan<char> rest)
    {
        if (char.IsHighSurrogate(c) && rest.Length > 1 && char.IsLowSurrogate(rest[1]))
            Write(rest[..2]);
        else if (!char.IsLowSurrogate(c) || _length == 0 || !char.IsLowSurrogate(_buffer[_length - 1]))
            Write('\ufffd');
        else
            _buffer[_length - 1] = c; // the second half was written with the first
    }

    /// <summary>Zero-width space, word joiner, byte order mark and bidi overrides anywhere; joiners only where no script needs them.</summary>
    private readonly bool IsInvisible(char c) =>
        c
            is '\u200b'
                or '\u2060'
                or '\ufeff'
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2061' and <= '\u2069')
                or (>= '\ufff9' and <= '\ufffb')
        || (c is '\u200c' or '\u200d' && AfterLetter());

    /// <summary>The last character written is a letter of a script without joining forms.</summary>
    private readonly bool AfterLetter() =>
        _pending == '\0' && _length > 0 && _buffer[_length - 1] < '\u0590' && char.IsLetter(_buffer[_length - 1]);

    private void Write(char c)
    {
        Flush();
        EnsureRoom(1);
        _buffer[_length++] = c;
        _marks = 0;
    }

    private void Flush()
    {
        if (_pending == '\0')
            return;
        if (_length > 0)
        {
            EnsureRoom(1);
            _buffer[_length++] = _pending;
        }
        _pending = '\0';
    }

    private void EnsureRoom(int more)
    {
        if (_length + more <= _buffer.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

namespace AlertWorker.Entries.Markup;

/// <summary>Takes the text out of HTML or XHTML, in one pass and without recursion, whatever is nested in whatever.</summary>
internal static class HtmlText
{
    /// <summary>A tag longer than this is closed at its first "&gt;", so that a quote left open costs nothing.</summary>
    private const int LongestTag = 8192;

    /// <summary>Appends what a reader would see of <paramref name="html"/>. With a table, the references are those of that document.</summary>
    public static void Append(ref TextBuilder text, ReadOnlySpan<char> html, EntityTable? entities)
    {
        var ends = new TagEnds(html);
        var at = 0;
        while (at < html.Length && !text.IsFull)
        {
            var run = html[at..].IndexOfAny('<', '&');
            if (run != 0)
            {
                text.Append(run < 0 ? html[at..] : html.Slice(at, run));
                if (run < 0)
                    return;
                at += run;
            }
            if (html[at] == '&')
                at += AppendReference(ref text, html[at..], entities);
            else if (at < ends.Close && IsTag(html[at + 1]))
                at += ReadTag(ref text, html[at..], ends.From(at));
            else if (html[at..].StartsWith("<!--"))
                return; // a comment that never ends hides the rest
            else
            {
                text.AppendPlain('<');
                at++;
            }
        }
    }

    private static bool IsTag(char next) => char.IsAsciiLetter(next) || next is '/' or '!' or '?';

    private static int AppendReference(ref TextBuilder text, ReadOnlySpan<char> html, EntityTable? entities)
    {
        var value = entities is null
            ? CharacterReferences.Read(html, loose: true, out var length)
            : entities.Resolve(html, loose: true, out length);
        if (value is null)
        {
            text.AppendPlain('&');
            return 1;
        }
        text.Append(value);
        return length;
    }

    private static int ReadTag(ref TextBuilder text, ReadOnlySpan<char> html, TagEnds ends)
    {
        if (html[1] is '!' or '?')
            return ReadDeclaration(ref text, html, ends);
        var end = TagEnd(html);
        var name = TagName(html[..end]);
        if (
            name.IsEmpty
            && html[1] == '/'
            && !html[2..].StartsWith(">")
            && !char.IsAsciiLetter(html[Math.Min(2, html.Length - 1)])
        )
        {
            text.Append("</");
            return 2;
        }
        var kind = HtmlTags.KindOf(name);
        if (kind == HtmlTagKind.Silent && html[1] != '/' && html[end - 2] != '/')
            return end + SilentLength(html[end..], name);
        if (kind == HtmlTagKind.Block)
            text.Break();
        else if (kind == HtmlTagKind.Spaced)
            text.Space();
        return end;
    }

    private static int ReadDeclaration(ref TextBuilder text, ReadOnlySpan<char> html, TagEnds ends)
    {
        if (ends.Comment >= 4 && html.StartsWith("<!--"))
            return html[4..].IndexOf("-->") + 7;
        if (ends.CData >= 9 && html.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var close = 9 + html[9..].IndexOf("]]>");
            text.Append(html[9..close]);
            return close + 3;
        }
        return html.IndexOf('>') + 1;
    }

    /// <summary>Length of the tag; "&gt;" inside quoted attribute values does not end it.</summary>
    private static int TagEnd(ReadOnlySpan<char> html)
    {
        var window = html[..Math.Min(html.Length, LongestTag)];
        var at = 1;
        while (at < window.Length)
        {
            var step = window[at..].IndexOfAny('>', '"', '\'');
            if (step < 0)
                break;
            at += step;
            if (window[at] == '>')
                return at + 1;
            // A quote opens a value only after "="; elsewhere it is a slip of the pen.
            var close = IsValueQuote(window, at) ? window[(at + 1)..].IndexOf(window[at]) + 1 : 0;
            at += close + 1;
        }
        return html.IndexOf('>') + 1;
    }

    private static bool IsValueQuote(ReadOnlySpan<char> tag, int at) => tag[..at].TrimEnd() is [.., '='];

    /// <summary>The local name: a prefix (xhtml:p) is of no interest here.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..];
        var end = name.IndexOfAny(Characters.TagNameEnd);
        name = end < 0 ? name : name[..end];
        return name[(name.IndexOf(':') + 1)..];
    }

    /// <summary>Everything up to and with the end tag; to the end when there is none, as browsers do with scripts.</summary>
    private static int SilentLength(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        var at = 0;
        while (html[at..].IndexOf("</") is >= 0 and var step)
        {
            at += step;
            if (TagName(html[at..]).Equals(name, StringComparison.OrdinalIgnoreCase))
                return html[at..].IndexOf('>') is >= 0 and var close ? at + close + 1 : html.Length;
            at += 2;
        }
        return html.Length;
    }
}

using AlertWorker.Entries.Markup;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AlertWorker.Entries.Formats;

/// <summary>Web pages as trees. Pages nested beyond reason are refused first: a tree that deep cannot be walked safely.</summary>
internal static class HtmlPage
{
    private const int Depth = 512;

    /// <summary>The page; null when its elements are nested too deeply.</summary>
    public static IDocument? Parse(string html)
    {
        if (IsTooDeep(html))
            return null;
        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
    }

    /// <summary>Text of an element as a reader sees it; null when there is none.</summary>
    public static string? Text(IElement? element) =>
        element is null ? null : Reading.Value(PlainText.FromHtml(element.InnerHtml));

    private static bool IsTooDeep(string html)
    {
        var buffer = TextBuffer.Of(html);
        var tokenizer = new MarkupTokenizer(buffer, 0);
        var depth = 0;
        while (tokenizer.Read() != TokenKind.EndOfDocument)
        {
            if (tokenizer.Kind == TokenKind.EndTag)
                depth = Math.Max(0, depth - 1);
            else if (
                tokenizer.Kind == TokenKind.StartTag
                && !tokenizer.SelfClosing
                && !MayStayOpen(tokenizer.Name.Of(buffer))
                && ++depth > Depth
            )
                return true;
        }
        return false;
    }

    /// <summary>Elements without an end tag, or whose end tag HTML lets people leave out (WHATWG HTML §13.1.2.4).</summary>
    private static bool MayStayOpen(ReadOnlySpan<char> name) =>
        name.ToString().ToLowerInvariant()
            is "area"
                or "base"
                or "br"
                or "col"
                or "embed"
                or "hr"
                or "img"
                or "input"
                or "link"
                or "meta"
                or "param"
                or "source"
                or "track"
                or "wbr"
                or "p"
                or "li"
                or "dt"
                or "dd"
                or "tr"
                or "td"
                or "th"
                or "option"
                or "thead"
                or "tbody"
                or "tfoot";
}

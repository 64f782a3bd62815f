using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>Web pages that pretend to be an answer.</summary>
public static class WebPages
{
    /// <summary>Only the beginning is looked at: a page about consent is not a consent page.</summary>
    private const int Beginning = 64 * 1024;

    private static readonly string[] Marks =
    [
        "consent.google.",
        "consent.yahoo.",
        "/cdn-cgi/challenge-platform",
        "cf-chl-",
        "cf_chl_opt",
        "Just a moment...",
        "Checking your browser",
        "DDoS protection by",
        "Attention Required! | Cloudflare",
        "_Incapsula_Resource",
        "Request unsuccessful. Incapsula",
        "captcha-delivery.com",
        "px-captcha",
        "distil_r_captcha",
        "aws-waf-token",
        "awswaf.com",
        "sucuri_cloudproxy",
        "ddos-guard",
        "Pardon Our Interruption",
        "Before you continue to",
        "Please enable JS and disable any ad blocker",
        "Enable JavaScript and cookies to continue",
        "Access Denied",
    ];

    /// <summary>A consent wall or a bot guard's challenge, which is never the text that was asked for.</summary>
    public static bool IsChallenge(ReadOnlySpan<char> html)
    {
        var beginning = html[..Math.Min(html.Length, Beginning)];
        foreach (var mark in Marks)
            if (beginning.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>
    /// More text, more elements, or more of them inside each other, than any page has that is made for people. A tree costs a hundred times its text.
    /// </summary>
    public static bool IsBeyondReason(string html) =>
        html.Length > FeedLimits.Page || IsBeyondReason(TextBuffer.Of(html));

    internal static bool IsBeyondReason(TextBuffer buffer)
    {
        if (buffer.Length > FeedLimits.Page)
            return true;
        var tokenizer = new MarkupTokenizer(buffer, 0);
        var (depth, elements) = (0, 0);
        while (tokenizer.Read() != TokenKind.EndOfDocument)
        {
            if (tokenizer.Kind == TokenKind.StartTag && ++elements > FeedLimits.PageElements)
                return true;
            if (tokenizer.HasMoreAttributes || tokenizer.Nodes > FeedLimits.PageNodes)
                return true;
            if (tokenizer.Kind == TokenKind.EndTag)
                depth = Math.Max(0, depth - 1);
            else if (
                tokenizer.Kind == TokenKind.StartTag
                && !tokenizer.SelfClosing
                && !MayStayOpen(tokenizer.Name.Of(buffer))
                && ++depth > FeedLimits.PageDepth
            )
                return true;
        }
        return tokenizer.Nodes > FeedLimits.PageNodes; // comments alone
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

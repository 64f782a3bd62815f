using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>
/// Plain text out of whatever a feed calls text. Paragraphs and other blocks become lines, everything that is not text is gone:
/// markup, scripts, control and bidirectional override characters. What looks like active markup afterwards (it was escaped twice)
/// is taken out as well, so that no reader of ours ever sees a tag that could act.
/// </summary>
public static class PlainText
{
    private const int MaxPasses = 4;

    /// <summary>Text of HTML; references and tags are resolved once.</summary>
    public static string FromHtml(ReadOnlySpan<char> html, int limit = FeedLimits.Text) =>
        Make(html, entities: null, isHtml: true, limit);

    /// <summary>Text that was meant as text: only line breaks, spaces and invisible characters are put in order.</summary>
    public static string FromText(ReadOnlySpan<char> text, int limit = FeedLimits.Text) =>
        Make(text, entities: null, isHtml: LooksLikeHtml(text), limit);

    /// <summary>One line of at most <see cref="FeedLimits.Title"/> UTF-16 units.</summary>
    public static string Title(ReadOnlySpan<char> html) => OneLine(FromHtml(html, FeedLimits.Title));

    /// <summary>One line out of text that was meant as text.</summary>
    public static string TitleOfText(ReadOnlySpan<char> text) => OneLine(FromText(text, FeedLimits.Title));

    internal static string FromMarkup(ReadOnlySpan<char> markup, EntityTable entities, int limit) =>
        Make(markup, entities, isHtml: true, limit);

    internal static string OneLine(string text) => text.Contains('\n') ? text.Replace('\n', ' ') : text;

    /// <summary>An end tag or a reference: nobody writes these in plain text by chance.</summary>
    internal static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('<', '&'); at >= 0; )
        {
            var rest = text[at..];
            if (rest[0] == '&' ? CharacterReferences.Read(rest, loose: false, out _) is not null : IsHtmlTag(rest))
                return true;
            var next = text[(at + 1)..].IndexOfAny('<', '&');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static string Make(ReadOnlySpan<char> source, EntityTable? entities, bool isHtml, int limit)
    {
        // Markup may be many times longer than its text, but a title needs no megabyte of it.
        var slice = source.Length > limit * 8 ? source[..(limit * 8)] : source;
        var text = Once(slice, entities, isHtml, limit);
        for (var pass = 0; pass < MaxPasses && NeedsAnotherPass(text); pass++)
            text = Once(text, entities: null, isHtml: true, limit);
        return ActiveMarkup.IsIn(text) ? Once(text.Replace('<', ' '), entities: null, isHtml: false, limit) : text;
    }

    private static string Once(ReadOnlySpan<char> source, EntityTable? entities, bool isHtml, int limit)
    {
        var text = new TextBuilder(Math.Min(source.Length, limit) + 1, limit);
        if (isHtml)
            HtmlText.Append(ref text, source, entities);
        else
            text.AppendLines(source);
        return text.Finish();
    }

    private static bool NeedsAnotherPass(string text) =>
        text.Contains('<') && (HasEndTag(text) || ActiveMarkup.IsIn(text));

    private static bool HasEndTag(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; )
        {
            if (IsHtmlTag(text[at..]))
                return true;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    /// <summary>An end tag of an HTML element, or an element that has none.</summary>
    private static bool IsHtmlTag(ReadOnlySpan<char> text)
    {
        var isEnd = text.Length > 1 && text[1] == '/';
        var name = text[(isEnd ? 2 : 1)..];
        name = name[..Math.Min(name.Length, 24)];
        var end = name.IndexOfAny(" \t\n/>");
        if (end < 1)
            return false;
        name = name[..end];
        return isEnd ? HtmlTags.KindOf(name) != HtmlTagKind.Other : name is "br" or "hr" or "BR";
    }
}

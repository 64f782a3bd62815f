using AlertWorker.Entries;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace AlertWorker.Feeds;

/// <summary>The text of an article out of its page: what the reader mode finds, else the paragraphs of the body.</summary>
internal static class ArticleText
{
    private const int Deepest = 400;
    private const int ShortestArticle = 200;

    /// <summary>Marks of a page that stands between the reader and the article.</summary>
    private static readonly string[] Interstitials =
    [
        "just a moment",
        "attention required",
        "access denied",
        "before you continue",
        "are you a robot",
        "verify you are human",
        "enable javascript and cookies",
        "checking your browser",
        "privacy settings",
        "your privacy",
        "cookie consent",
    ];

    /// <summary>The text in plain paragraphs; null when the page holds none, or is a consent or challenge page.</summary>
    /// <param name="contentType">Value of the HTTP header, for its charset; null when there was none.</param>
    public static async Task<string?> Read(
        ReadOnlyMemory<byte> page,
        string? contentType,
        Uri url,
        CancellationToken cancellation
    )
    {
        var markup = CharacterSets.Decode(page.Span, contentType).Text;
        if (WebPages.IsBeyondReason(markup))
            return null;
        using var context = BrowsingContext.New(AngleSharp.Configuration.Default);
        using var document = await context.OpenAsync(
            response =>
                response
                    .Content(markup)
                    .Address(url)
                    .Header("Content-Type", $"{(contentType ?? "text/html").Split(';')[0]}; charset=utf-8"),
            cancellation
        );
        if (document is not IHtmlDocument html || TooDeep(html) || StandsBetween(html))
            return null;
        var plain = Paragraphs(html);
        var article = await new Reader(url.AbsoluteUri, html).GetArticleAsync(cancellation);
        var text = article is { Completed: true, IsReadable: true } ? Tidy(article.TextContent) : "";
        if (text.Length < ShortestArticle)
            text = plain;
        return text.Length >= ShortestArticle ? text : null;
    }

    /// <summary>The reader mode walks the tree by recursion; a page nested to overflow the stack is not shown to it.</summary>
    private static bool TooDeep(IHtmlDocument document)
    {
        var depth = 0;
        for (INode? node = document.DocumentElement; node is not null; )
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > Deepest)
                    return true;
                node = child;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                depth--;
                node = node.Parent;
            }
            node = node?.NextSibling;
        }
        return false;
    }

    private static bool StandsBetween(IHtmlDocument document)
    {
        var title = document.Title ?? "";
        return Array.Exists(Interstitials, mark => title.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || document.QuerySelector("#challenge-form, #cf-challenge-running, form[action*='consent']") is not null;
    }

    private static string Paragraphs(IHtmlDocument document)
    {
        var body = document.QuerySelector("article") ?? document.QuerySelector("main") ?? (IElement?)document.Body;
        return body is null
            ? ""
            : Tidy(
                string.Join(
                    '\n',
                    body.QuerySelectorAll("p")
                        .Where(p => p.Closest("nav, header, footer, aside, form") is null)
                        .Select(p => p.TextContent)
                )
            );
    }

    private static string Tidy(string? text) =>
        string.Join(
            '\n',
            (text ?? "")
                .Split('\n')
                .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line.Length > 0)
        );
}

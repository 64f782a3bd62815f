using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AlertWorker.Entries.Formats;

/// <summary>Web pages as trees. Pages nested or crowded beyond reason are refused first: such a tree cannot be walked safely, or held.</summary>
internal static class HtmlPage
{
    /// <summary>The page; null when it is too long, or its elements are too many or nested too deeply.</summary>
    public static IDocument? Parse(FeedBody body)
    {
        if (WebPages.IsBeyondReason(body.Buffer))
            return null;
        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(body.Text);
    }

    /// <summary>Text of an element as a reader sees it; null when there is none.</summary>
    public static string? Text(IElement? element) =>
        element is null ? null : Reading.Value(PlainText.FromHtml(element.InnerHtml));
}

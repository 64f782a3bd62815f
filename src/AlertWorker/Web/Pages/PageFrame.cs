using System.Text;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>What every page has around its content.</summary>
/// <param name="Title">Of the page; the site's own name follows it.</param>
/// <param name="Path">Where the page is, for the same in other languages.</param>
/// <param name="Feed">Path of the Atom feed that goes with the page; null for none.</param>
internal sealed record PageFrame(Reader Reader, string Title, string Path, string? Feed = null)
{
    public IResult Around(Markup content, int status = StatusCodes.Status200OK) =>
        new TaggedResult(Encoding.UTF8.GetBytes(Html(content).ToString()), "text/html; charset=utf-8")
        {
            Status = status,
            Vary = "Accept-Language",
        };

    private Markup Html(Markup content) =>
        Markup.Of(
            $"""
            <!doctype html>
            <html lang="{Reader.Catalog.Language}" dir="{(Reader.Catalog.RightToLeft ? "rtl" : "ltr")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Title} · AlertWorker</title>
            <link rel="icon" href="{Asset.Address("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{Asset.Address("site.css")}">
            {FeedLink()}<script src="{Asset.Address("site.js")}" defer></script>
            </head>
            <body>
            <header class="top"><div class="wrap">
            <a class="brand" href="{Reader.Link("/")}"><img src="{Asset.Address(
                "icon.svg"
            )}" alt="" width="28" height="28">AlertWorker</a>
            <details class="languages"><summary aria-label="{Reader.Word(
                "page.language"
            )}">{Reader.Catalog.Name}</summary><ul>
            {Languages()}</ul></details>
            </div></header>
            <main class="wrap">
            {content}</main>
            <footer class="wrap"><p>{Reader.Word("page.updated", ("time", Reader.Clock.Full(Reader.Now)))}</p>
            <p><a href="/alerts.atom">Atom</a> · <a href="/api/crossings">JSON</a></p></footer>
            </body>
            </html>

            """
        );

    private Markup? FeedLink() =>
        Feed is null
            ? null
            : Markup.Of($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{Feed}\" title=\"{Title}\">\n");

    private Markup Languages() =>
        Markup.Of(
            Reader.Catalogs.All.Select(catalog =>
                Markup.Of(
                    $"<li><a lang=\"{catalog.Language}\" hreflang=\"{catalog.Language}\" href=\"{Reader.Link(Path, catalog.Language)}\">{catalog.Name}</a></li>\n"
                )
            )
        );
}

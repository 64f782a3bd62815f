using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>There is nothing at this address.</summary>
internal static class MissingPage
{
    public static IResult Of(Reader reader) =>
        new PageFrame(reader, reader.Word("page.missing"), "/").Around(
            Markup.Of(
                $"<h1>{reader.Word("page.missing")}</h1>\n<p><a href=\"{reader.Link("/")}\">{reader.Word("page.title")}</a></p>\n"
            ),
            StatusCodes.Status404NotFound
        );
}

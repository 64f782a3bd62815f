using AlertWorker.Alerts;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>Many crossings, a line each, by the border they are on.</summary>
internal static class CrossingList
{
    public static Markup ByBorder(IEnumerable<Crossing> crossings, CrossingBook book, Reader reader) =>
        Markup.Of(
            crossings
                .GroupBy(crossing => reader.Border(crossing.Countries))
                .OrderBy(border => border.Key, StringComparer.CurrentCulture)
                .Select(border =>
                    Markup.Of(
                        $"<section><h3>{border.Key}</h3>\n{Plain(border.OrderBy(crossing => crossing.Name, StringComparer.Ordinal), book, reader)}</section>\n"
                    )
                )
        );

    public static Markup Plain(IEnumerable<Crossing> crossings, CrossingBook book, Reader reader) =>
        Markup.Of($"<ul class=\"rows\">\n{crossings.Select(crossing => Row(crossing, book, reader))}</ul>\n");

    private static Markup Row(Crossing crossing, CrossingBook book, Reader reader) =>
        Markup.Of(
            $"<li><a href=\"{reader.Link($"/crossings/{crossing.Id}")}\"><bdi>{Wording.Name(crossing, reader.Catalog)}</bdi></a> {Badge.Of(book[crossing.Id], reader)}</li>\n"
        );
}

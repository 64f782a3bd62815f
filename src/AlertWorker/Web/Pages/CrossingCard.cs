using AlertWorker.Alerts;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>A crossing with something to say.</summary>
internal static class CrossingCard
{
    public static Markup Of(
        Crossing crossing,
        CrossingBook book,
        IReadOnlyDictionary<string, Crossing> crossings,
        Reader reader
    )
    {
        var status = book[crossing.Id];
        var kind = status?.Headline.ToString().ToLowerInvariant() ?? "unknown";
        return Markup.Of(
            $"""
            <article class="card {kind}">
            <header><h3><a href="{reader.Link($"/crossings/{crossing.Id}")}"><bdi>{Wording.Name(
                crossing,
                reader.Catalog
            )}</bdi></a></h3>
            <p>{Badge.Of(status, reader)} <span class="countries"><bdi>{reader.Border(crossing.Countries)}</bdi></span></p></header>
            {Standing.Of(status, crossing, reader)}{Standing.Alternatives(crossing, crossings, book, reader)}</article>

            """
        );
    }
}

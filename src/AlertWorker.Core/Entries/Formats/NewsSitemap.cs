using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>News sitemaps (sitemaps.org protocol 0.9 with Google's news extension), which newsrooms keep up when their feeds die.</summary>
public sealed class NewsSitemap : XmlFormat
{
    public override string Name => "sitemap";

    public override bool Recognises(FeedBody body) => body.Root == "urlset";

    private protected override bool IsRecord(string name) => name is "url" or "sitemap:url";

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading) =>
        new()
        {
            Feed = new FeedInfo
            {
                Title = records
                    .Select(NewsOf)
                    .Select(news => news?.Child("news:publication")?.Child("news:name"))
                    .Select(Reading.Title)
                    .FirstOrDefault(name => name is not null),
            },
            Entries = [.. records.Select(url => ReadUrl(url, reading)).OfType<Entry>()],
        };

    private static Entry? ReadUrl(Element url, Reading reading)
    {
        var link = reading.Link(Reading.FirstValue(url, "loc"), url);
        if (link is null)
            return null;
        var news = NewsOf(url);
        return new Entry
        {
            Id = EntryIdentity.Bounded(link) ?? link,
            Title = news is null ? null : Reading.FirstTitle(news, "news:title"),
            Link = link,
            Summary = news is null ? null : reading.FirstHtml(news, "news:keywords"),
            PublishedUtc = news is null ? null : reading.Date(news, "news:publication_date"),
            UpdatedUtc = reading.Date(url, "lastmod"),
            Language = Reading.Value(news?.Child("news:publication")?.Child("news:language")),
        };
    }

    private static Element? NewsOf(Element url) => url.Child("news:news");
}

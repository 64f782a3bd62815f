using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>Channel Definition Format (W3C note NOTE-CDFsubmit, 1997): addresses and dates are attributes.</summary>
public sealed class Cdf : XmlFormat
{
    public override string Name => "cdf";

    public override bool Recognises(FeedBody body) =>
        body.Root == "channel" && body.RootNamespace.Length == 0 && IsCdf(body.Buffer.AsSpan(body.RootStart));

    /// <summary>A channel whose start tag carries href, or one that has an abstract, is not RSS without its root.</summary>
    private static bool IsCdf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('>');
        return (end > 0 && text[..end].Contains("href", StringComparison.OrdinalIgnoreCase))
            || text.Contains("<abstract", StringComparison.OrdinalIgnoreCase)
            || text.Contains("lastmod=", StringComparison.OrdinalIgnoreCase);
    }

    private protected override bool IsRecord(string name) => name == "item";

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading) =>
        new()
        {
            Feed = new FeedInfo
            {
                Title = Reading.FirstTitle(root, "title"),
                Description = reading.FirstHtml(root, "abstract", "description"),
                Link = Link(root, reading),
                UpdatedUtc = reading.Date(root.Attribute("lastmod")),
            },
            Entries = [.. records.Select(item => ReadItem(item, reading))],
        };

    private static Entry ReadItem(Element item, Reading reading)
    {
        var title = Reading.FirstTitle(item, "title");
        var link = Link(item, reading);
        var summary = reading.FirstHtml(item, "abstract", "description");
        return new Entry
        {
            Id = EntryIdentity.Bounded(link) ?? EntryIdentity.Fingerprint(title, summary),
            Title = title,
            Link = link,
            Summary = summary,
            UpdatedUtc = reading.Date(item.Attribute("lastmod")),
        };
    }

    private static string? Link(Element element, Reading reading) =>
        reading.Link(element.Attribute("href") ?? element.Child("a")?.Attribute("href"), element);
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>An item of any RSS dialect. Where publishers say the same in several vocabularies, RSS's own word comes first.</summary>
internal static class RssItem
{
    private static readonly string[] Short =
    [
        "description",
        "atom:summary",
        "summary",
        "dc:description",
        "dcterms:abstract",
        "itunes:summary",
        "itunes:subtitle",
        "media:description",
    ];

    private static readonly string[] Long =
    [
        "content:encoded",
        "encoded",
        "xhtml:body",
        "xhtml:div",
        "body",
        "fullitem",
        "atom:content",
        "content",
        "content:items",
        "fulltext",
        "yandex:full-text",
        "turbo:content",
    ];

    public static Entry Read(Element item, string? feedLanguage, Reading reading)
    {
        var guid = Guid(item);
        var link = Link(item, guid, reading);
        var title = Reading.FirstTitle(item, "title", "atom:title", "dc:title", "media:title", "itunes:title");
        var summary = reading.FirstHtml(item, Short);
        var content = reading.FirstHtml(item, Long) ?? OtherShort(item, summary, reading);
        return new Entry
        {
            Id =
                EntryIdentity.Bounded(guid?.Text.Trim() ?? Identifier(item) ?? link)
                ?? EntryIdentity.Fingerprint(title, content ?? summary),
            Title = title,
            Link = link,
            Summary = summary,
            Content = content,
            PublishedUtc = reading.Date(
                item,
                "pubdate",
                "published",
                "atom:published",
                "atom:issued",
                "dcterms:issued",
                "dc:date",
                "dcterms:created",
                "dcterms:available",
                "atom:created",
                "date"
            ),
            UpdatedUtc = reading.Date(
                item,
                "atom:updated",
                "atom:modified",
                "updated",
                "dcterms:modified",
                "lastmod",
                "modified",
                "dc:date"
            ),
            Language =
                Reading.FirstValue(item, "language", "dc:language", "dcterms:language")
                ?? Reading.Value(item.Inherited("xml:lang"))
                ?? feedLanguage,
        };
    }

    /// <summary>Some say it twice, shortly and at length, in words that both mean a summary.</summary>
    private static string? OtherShort(Element item, string? summary, Reading reading)
    {
        if (summary is null)
            return null;
        foreach (var child in item.Children)
            if (Array.IndexOf(Short, child.Name) > 0 && reading.Html(child) is { } text && text != summary)
                return text;
        return null;
    }

    private static Element? Guid(Element item)
    {
        foreach (var child in item.Children)
            if (child.Name == "guid" && !child.TextSpan.IsWhiteSpace())
                return child;
        return null;
    }

    private static string? Identifier(Element item) =>
        Reading.FirstValue(item, "atom:id", "id", "dc:identifier", "dcterms:identifier")
        ?? Reading.Value(item.Attribute("about") ?? item.Attribute("rdf:about"));

    /// <summary>The story's address: link, Atom's link, a guid that is a permalink (which is the default), RDF's about, an enclosure.</summary>
    private static string? Link(Element item, Element? guid, Reading reading)
    {
        if (RssChannel.LastLink(item, reading) is { } own)
            return own;
        foreach (var child in item.Children)
            if (child.Name is "atom:link" or "link" && (child.Attribute("rel") ?? "alternate") == "alternate")
                if (reading.Link(child.Attribute("href"), child) is { } link)
                    return link;
        if (guid is not null && IsPermalink(guid) && reading.Link(guid.Text, guid) is { } permalink)
            return permalink;
        return reading.Link(Reading.FirstValue(item, "feedburner:origlink", "url", "dc:source"), item)
            ?? reading.Link(item.Attribute("about") ?? item.Attribute("rdf:about"), item)
            ?? item.ChildrenNamed("enclosure")
                .Select(enclosure => reading.Link(enclosure.Attribute("url"), enclosure))
                .FirstOrDefault(url => url is not null);
    }

    /// <summary>A guid is a permalink unless it says otherwise (RSS 2.0, "guid"); one that is no address never is.</summary>
    private static bool IsPermalink(Element guid) =>
        !string.Equals(guid.Attribute("ispermalink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase)
        && Addresses.IsAbsoluteHttp(guid.Text.Trim());
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>The channel of all RSS dialects; items in <see cref="RssItem"/>.</summary>
internal static class RssChannel
{
    public static FeedDocument Read(Element channel, IReadOnlyList<Element> items, Reading reading)
    {
        var link = Link(channel, reading);
        reading.Site = Addresses.Absolute(link);
        var language =
            Reading.FirstValue(channel, "language", "dc:language", "dcterms:language")
            ?? Reading.Value(channel.Inherited("xml:lang"));
        var entries = new List<Entry>(items.Count);
        foreach (var item in items)
            entries.Add(RssItem.Read(item, language, reading));
        return new FeedDocument
        {
            Feed = new FeedInfo
            {
                Title = Reading.FirstTitle(channel, "title", "atom:title", "dc:title", "media:title", "itunes:title"),
                Link = link,
                Description = reading.FirstHtml(
                    channel,
                    "description",
                    "tagline",
                    "atom:subtitle",
                    "atom:tagline",
                    "dc:description",
                    "itunes:summary",
                    "itunes:subtitle"
                ),
                Id =
                    Reading.FirstValue(channel, "atom:id", "guid", "id", "dc:identifier")
                    ?? channel.Attribute("about")
                    ?? channel.Attribute("rdf:about"),
                Language = language,
                UpdatedUtc = reading.Date(
                    channel,
                    "lastbuilddate",
                    "atom:updated",
                    "dcterms:modified",
                    "dc:date",
                    "modified",
                    "updated"
                ),
                PublishedUtc = reading.Date(channel, "pubdate", "atom:published", "dcterms:issued", "dc:date"),
                Ttl = Ttl(channel),
                SkipHours = SkipHours(channel),
                Hub = LinkOf(channel, "hub", reading),
                Self = LinkOf(channel, "self", reading),
            },
            Entries = entries,
        };
    }

    private static string? Link(Element channel, Reading reading)
    {
        if (LastLink(channel, reading) is { } own)
            return own;
        return LinkOf(channel, "alternate", reading)
            ?? reading.Link(channel.Child("link")?.Attribute("href"), channel)
            ?? reading.Link(Reading.FirstValue(channel, "url", "dc:source"), channel);
    }

    /// <summary>The address in RSS's own link element; of several the last, as most readers have it.</summary>
    public static string? LastLink(Element parent, Reading reading)
    {
        string? last = null;
        foreach (var child in parent.Children)
            if (child.Name == "link" && !child.HasMarkup)
                last = reading.Link(child.Text, child) ?? reading.Link(Href(child), child) ?? last;
        return last;
    }

    /// <summary>Atom's way of linking, in RSS's own vocabulary: only when it is not some other relation.</summary>
    private static string? Href(Element link) =>
        link.Attribute("rel") is null or "alternate" ? link.Attribute("href") : null;

    private static string? LinkOf(Element channel, string relation, Reading reading)
    {
        foreach (var child in channel.Children)
            if (
                child.Name is "atom:link" or "link"
                && string.Equals(child.Attribute("rel") ?? "alternate", relation, StringComparison.OrdinalIgnoreCase)
            )
                if (reading.Link(child.Attribute("href"), child) is { } link)
                    return link;
        return null;
    }

    private static TimeSpan? Ttl(Element channel) =>
        int.TryParse(channel.Child("ttl")?.Text, out var minutes) && minutes is > 0 and <= 7 * 24 * 60
            ? TimeSpan.FromMinutes(minutes)
            : null;

    private static IReadOnlyList<int> SkipHours(Element channel) =>
        channel.Child("skiphours") is { } hours
            ?
            [
                .. hours
                    .ChildrenNamed("hour")
                    .Select(hour => int.TryParse(hour.Text, out var value) ? value : -1)
                    .Where(hour => hour is >= 0 and <= 24)
                    .Select(hour => hour % 24)
                    .Distinct(),
            ]
            : [];
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>Links of Atom (RFC 4287 §4.2.7).</summary>
internal static class AtomLinks
{
    private static readonly string[] Preferred = ["alternate", "related", "canonical", "via"];
    private static readonly string[] NeverTheStory =
    [
        "enclosure",
        "edit",
        "edit-media",
        "replies",
        "hub",
        "license",
        "next",
        "prev",
        "previous",
        "first",
        "last",
        "next-archive",
        "prev-archive",
        "service.post",
        "service.edit",
        "service.feed",
        "search",
        "http://schemas.google.com/g/2005#post",
    ];

    /// <summary>The page a person opens: the alternate, an HTML one before others, else what comes nearest to it.</summary>
    public static string? Story(Element parent, Reading reading)
    {
        var links = parent.Children.Where(child => child.Name is "link" or "atom:link").ToList();
        foreach (var relation in Preferred)
        {
            var all = links.Where(link => Relation(link) == relation).ToList();
            var best = all.Where(IsPage).Concat(all);
            if (First(best, reading) is { } found)
                return found;
        }
        var others = links.Where(link => !NeverTheStory.Contains(Relation(link)));
        return First(others, reading)
            ?? reading.Link(parent.Child("content")?.Attribute("src"), parent.Child("content") ?? parent)
            ?? reading.Link(Reading.FirstValue(parent, "feedburner:origlink"), parent)
            ?? PermalinkId(parent);
    }

    public static string? Of(Element parent, string relation, Reading reading) =>
        First(
            parent.Children.Where(child => child.Name is "link" or "atom:link" && Relation(child) == relation),
            reading
        );

    private static string? First(IEnumerable<Element> links, Reading reading)
    {
        foreach (var link in links)
            if ((reading.Link(link.Attribute("href"), link) ?? reading.Link(link.Text, link)) is { } address)
                return address;
        return null;
    }

    /// <summary>No relation means alternate; relations may be written as an IANA address.</summary>
    private static string Relation(Element link)
    {
        var relation = link.Attribute("rel")?.Trim().ToLowerInvariant();
        const string Registry = "http://www.iana.org/assignments/relation/";
        if (string.IsNullOrEmpty(relation))
            return "alternate";
        return relation.StartsWith(Registry, StringComparison.Ordinal) ? relation[Registry.Length..] : relation;
    }

    private static bool IsPage(Element link) =>
        link.Attribute("type") is null or "" or "text/html" or "application/xhtml+xml";

    private static string? PermalinkId(Element parent)
    {
        var id = parent.Name == "entry" ? Reading.FirstValue(parent, "id") : null;
        return id is not null && Addresses.IsAbsoluteHttp(id) ? Addresses.Resolve(id, at: null) : null;
    }
}

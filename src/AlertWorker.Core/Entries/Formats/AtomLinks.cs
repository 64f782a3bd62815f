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
        string? best = null;
        var bestRank = int.MaxValue;
        foreach (var link in parent.Children)
            if (
                link.Name is "link" or "atom:link"
                && Rank(link) is var rank
                && rank < bestRank
                && Address(link, reading) is { } address
            )
                (best, bestRank) = (address, rank);
        return best
            ?? reading.Link(parent.Child("content")?.Attribute("src"), parent.Child("content") ?? parent)
            ?? reading.Link(Reading.FirstValue(parent, "feedburner:origlink"), parent)
            ?? PermalinkId(parent);
    }

    /// <summary>How far a link is from the story, 0 being the story's own page.</summary>
    private static int Rank(Element link)
    {
        var relation = Relation(link);
        if (Array.IndexOf(NeverTheStory, relation) >= 0)
            return int.MaxValue;
        var preference = Array.IndexOf(Preferred, relation);
        return preference < 0 ? 2 * Preferred.Length : (2 * preference) + (IsPage(link) ? 0 : 1);
    }

    public static string? Of(Element parent, string relation, Reading reading) =>
        First(
            parent.Children.Where(child => child.Name is "link" or "atom:link" && Relation(child) == relation),
            reading
        );

    private static string? First(IEnumerable<Element> links, Reading reading) =>
        links.Select(link => Address(link, reading)).FirstOrDefault(address => address is not null);

    private static string? Address(Element link, Reading reading) =>
        reading.Link(link.Attribute("href") ?? link.Text, link);

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

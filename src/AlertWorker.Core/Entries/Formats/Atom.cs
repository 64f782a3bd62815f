using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>Atom 1.0 (RFC 4287) and 0.3, as feed or as a single entry; entries of CAP indexes carry their cap: fields.</summary>
public sealed class Atom : XmlFormat
{
    public override string Name => "atom";

    public override bool Recognises(FeedBody body) => body.Root is "feed" or "entry";

    private protected override bool IsRecord(string name) => name is "entry" or "item";

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading)
    {
        var link = AtomLinks.Story(root, reading);
        reading.Site = Addresses.Absolute(link);
        var language = Reading.Value(root.Attribute("xml:lang")) ?? Reading.FirstValue(root, "dc:language", "language");
        IEnumerable<Element> entries = root.Name == "entry" ? [root] : records;
        return new FeedDocument
        {
            Feed = new FeedInfo
            {
                Title = AtomText.Title(root, "title", "dc:title"),
                Link = link,
                Description = AtomText.First(
                    reading,
                    root,
                    "subtitle",
                    "tagline",
                    "dc:description",
                    "description",
                    "itunes:summary",
                    "info"
                ),
                Id = Reading.FirstValue(root, "id", "dc:identifier"),
                Language = language,
                UpdatedUtc = reading.Date(
                    root,
                    "updated",
                    "modified",
                    "dcterms:modified",
                    "dc:date",
                    "pubdate",
                    "lastbuilddate"
                ),
                PublishedUtc = reading.Date(root, "published", "issued", "created", "dcterms:issued"),
                Hub = AtomLinks.Of(root, "hub", reading),
                Self = AtomLinks.Of(root, "self", reading),
            },
            Entries = [.. entries.Where(IsForThePublic).Select(entry => ReadEntry(entry, language, reading))],
        };
    }

    /// <summary>Indexes of CAP alerts list tests, exercises and drafts as well (CAP 1.2 §3.2.1, "status").</summary>
    private static bool IsForThePublic(Element entry) =>
        Reading.FirstValue(entry, "cap:status") is not { } status
        || status.Equals("Actual", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a CAP alert in an index takes back, it says by its type alone.</summary>
    private static string? Title(Element entry)
    {
        var title = AtomText.Title(entry, "title", "dc:title", "media:title");
        return string.Equals(Reading.FirstValue(entry, "cap:msgtype"), "Cancel", StringComparison.OrdinalIgnoreCase)
            ? Cap.Cancelled + title
            : title;
    }

    private static Entry ReadEntry(Element entry, string? feedLanguage, Reading reading)
    {
        var title = Title(entry);
        var link = AtomLinks.Story(entry, reading);
        var content = AtomText.First(reading, entry, "content", "content:encoded", "xhtml:body", "xhtml:div");
        var summary =
            AtomText.First(reading, entry, "summary", "dc:description", "description", "itunes:summary", "cap:headline")
            ?? AtomText.First(reading, entry.Child("media:group") ?? entry, "media:description");
        return new Entry
        {
            Id =
                EntryIdentity.Bounded(Reading.FirstValue(entry, "id", "guid", "dc:identifier") ?? link)
                ?? EntryIdentity.Fingerprint(title, content ?? summary),
            Title = title,
            Link = link,
            Summary = summary,
            Content = content,
            PublishedUtc = reading.Date(
                entry,
                "published",
                "issued",
                "created",
                "pubdate",
                "dcterms:issued",
                "dcterms:created",
                "dc:date",
                "cap:sent"
            ),
            UpdatedUtc = reading.Date(entry, "updated", "modified", "dcterms:modified", "dc:date"),
            Language =
                Reading.Value(entry.Attribute("xml:lang")) ?? Reading.FirstValue(entry, "dc:language") ?? feedLanguage,
        };
    }
}

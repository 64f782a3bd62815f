using System.Collections.Frozen;

namespace AlertWorker.Entries.Markup;

/// <summary>The namespaces feeds are written in, each under the prefix it usually carries.</summary>
internal static class KnownNamespaces
{
    public const string Rss = "rss";
    public const string Rdf = "rdf";
    public const string Atom = "atom";

    // Keys: address in lower case, without scheme, "www." and trailing "/" or "#".
    private static readonly FrozenDictionary<string, string> Families = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["purl.org/rss/1.0"] = Rss,
        ["purl.org/net/rss1.1"] = Rss,
        ["my.netscape.com/rdf/simple/0.9"] = Rss,
        ["channel.netscape.com/rdf/simple/0.9"] = Rss,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Rss,
        ["backend.userland.com/rss"] = Rss,
        ["backend.userland.com/rss2"] = Rss,
        ["backend.userland.com/rss091"] = Rss,
        ["backend.userland.com/blogchannelmodule"] = "blogchannel",
        ["blogs.law.harvard.edu/tech/rss"] = Rss,
        ["cyber.law.harvard.edu/rss/rss.html"] = Rss,
        ["rssboard.org/rss-specification"] = Rss,
        ["purl.org/rss/1.0/modules/rss091"] = Rss,
        ["w3.org/2005/atom"] = Atom,
        ["purl.org/atom/ns"] = Atom,
        ["purl.org/atom-blog/ns"] = Atom,
        ["purl.org/pie"] = Atom,
        ["purl.org/echo"] = Atom,
        ["uri/of/echo/namespace"] = Atom,
        ["example.com/newformat"] = Atom,
        ["example.com/necho"] = Atom,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = Rdf,
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/2.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["purl.org/metadata/dublin_core"] = "dc",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["purl.org/rss/1.0/modules/slash"] = "slash",
        ["purl.org/rss/1.0/modules/link"] = "l",
        ["search.yahoo.com/mrss"] = "media",
        ["video.search.yahoo.com/mrss"] = "media",
        ["tools.search.yahoo.com/mrss"] = "media",
        ["rssboard.org/media-rss"] = "media",
        ["itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["w3.org/1999/xhtml"] = "xhtml",
        ["w3.org/2000/svg"] = "svg",
        ["w3.org/1998/math/mathml"] = "mathml",
        ["w3.org/xml/1998/namespace"] = "xml",
        ["w3.org/2000/xmlns"] = "xmlns",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["urn:oasis:names:tc:emergency:cap:1.1"] = "cap",
        ["urn:oasis:names:tc:emergency:cap:1.2"] = "cap",
        ["incident.com/cap/1.0"] = "cap",
        ["sitemaps.org/schemas/sitemap/0.9"] = "sitemap",
        ["google.com/schemas/sitemap-news/0.9"] = "news",
        ["georss.org/georss"] = "georss",
        ["purl.org/syndication/thread/1.0"] = "thr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The family of an address; an unknown one goes by the prefix it was given, or by its address when it has none.</summary>
    public static string FamilyOf(ReadOnlySpan<char> address, string prefix)
    {
        var key = address.Trim().TrimEnd("/#").ToString().ToLowerInvariant();
        if (key.Length == 0)
            return "";
        foreach (var head in (ReadOnlySpan<string>)["http://", "https://", "www."])
            if (key.StartsWith(head, StringComparison.Ordinal))
                key = key[head.Length..];
        if (Families.TryGetValue(key, out var family))
            return family;
        return prefix.Length > 0 ? ByPrefix(prefix) : key;
    }

    /// <summary>What a prefix means by custom when nothing (known) was declared for it.</summary>
    public static string ByPrefix(string prefix) =>
        prefix.ToLowerInvariant() switch
        {
            "a10" or "atom10" or "atom03" or "atom" => Atom,
            "rss" or "rss2" => Rss,
            "xhtml" or "html" or "h" => "xhtml",
            "dct" => "dcterms",
            var other => other,
        };
}

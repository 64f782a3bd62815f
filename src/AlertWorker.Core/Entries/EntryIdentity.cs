using System.Security.Cryptography;
using System.Text;

namespace AlertWorker.Entries;

/// <summary>
/// When are two entries the same story? The key says under which name a publisher means it, the fingerprint what it says.
/// Keys survive http becoming https, tracking parameters and a changed "www."; fingerprints survive new guids and new dates.
/// </summary>
public static class EntryIdentity
{
    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "mc_", "pk_", "mtm_", "hsa_", "_hs", "ns_"];

    private static readonly string[] TrackingNames =
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "wickedid",
        "rss",
        "partner",
        "source",
        "src",
        "ref",
        "cmp",
        "cmpid",
        "xtor",
        "ocid",
        "sh",
        "smid",
        "sr_share",
        "feature",
        "traffic_source",
        "spm",
        "track",
        "tracking",
        "session",
        "sessionid",
        "phpsessid",
        "ito",
        "ftag",
        "guccounter",
        "timestamp",
        "ts",
        "cb",
        "rnd",
        "rand",
        "_",
    ];

    /// <summary>
    /// The stable key of an entry within its feed: of the guid when it is one for this entry alone, else of the link, else of the text.
    /// <paramref name="repeated"/> says whether the feed gives this id to several different entries, which makes it useless.
    /// </summary>
    public static string Key(Entry entry, bool repeated = false)
    {
        if (!repeated)
            return Digest("id", Normal(entry.Id));
        return Digest("story", (entry.Link is null ? "" : Normal(entry.Link)) + "\n" + Words(entry.Title));
    }

    /// <summary>
    /// Keys for the entries of one document, in order. Ids that several different entries share are not trusted, nor is the
    /// address of the site itself.
    /// </summary>
    public static IReadOnlyList<string> Keys(FeedDocument document)
    {
        var counts = document
            .Entries.GroupBy(entry => Normal(entry.Id), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var site = document.Feed.Link is null ? null : Normal(document.Feed.Link);
        return
        [
            .. document.Entries.Select(entry => Key(entry, counts[Normal(entry.Id)] > 1 || Normal(entry.Id) == site)),
        ];
    }

    /// <summary>What the entry says: title and text without white space, case and punctuation. A change under the same key must be read again.</summary>
    public static string Fingerprint(Entry entry) =>
        Digest(
            "text",
            string.Join(
                '\n',
                [Words(entry.Title), Words(entry.Summary), Words(entry.Content), .. entry.Readings.Select(Shown)]
            )
        );

    private static string Shown(PostReading reading) =>
        $"{reading.PostId} {reading.Cargo} {reading.Into} {reading.State}";

    /// <summary>The story regardless of its guid and date: title and address. Equal in a feed that republishes everything under new guids.</summary>
    public static string StoryFingerprint(Entry entry) =>
        Digest("story", (entry.Link is null ? "" : Normal(entry.Link)) + "\n" + Words(entry.Title));

    /// <summary>An id out of the text, for entries that have neither guid nor link.</summary>
    internal static string Fingerprint(string? title, string? text) =>
        Digest("text", Words(title) + "\n" + Words(text));

    /// <summary>The id, or its digest when it is longer than any honest one; null for none.</summary>
    internal static string? Bounded(string? id) =>
        string.IsNullOrWhiteSpace(id) ? null
        : id.Length > FeedLimits.Identifier ? Digest("id", id)
        : id;

    /// <summary>An address or id in the form in which it is compared.</summary>
    public static string Normal(string id)
    {
        if (!Addresses.IsAbsoluteHttp(id) || !Uri.TryCreate(id, UriKind.Absolute, out var uri))
            return id.Trim();
        var host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var query = string.Join(
            '&',
            uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsMeaningful)
        );
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port;
        return "//"
            + host
            + port
            + uri.AbsolutePath.TrimEnd('/')
            + (query.Length > 0 ? "?" + query : "")
            + Fragment(uri);
    }

    /// <summary>A fragment counts when it addresses something (live blogs), not when it tracks.</summary>
    private static string Fragment(Uri uri) =>
        uri.Fragment.Contains('=', StringComparison.Ordinal) || uri.Fragment.Length < 2 ? "" : uri.Fragment;

    private static bool IsMeaningful(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? parameter : parameter[..equals];
        return !TrackingNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Letters and digits only, in lower case and composed form, so that re-typesetting changes nothing.</summary>
    private static string Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                words.Append(char.ToLowerInvariant(c));
        return words.ToString();
    }

    private static string Digest(string kind, string text) =>
        kind + ":" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

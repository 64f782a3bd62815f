using System.Globalization;
using System.Net;

namespace AlertWorker.Feeds;

/// <summary>Makes feed documents for tests.</summary>
internal static class Rss
{
    public static string Feed(params string[] items) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0"><channel><title>Test</title><link>http://example.org/</link><description>d</description>{string.Concat(
                items
            )}</channel></rss>
            """;

    public static string Item(string guid, string title, DateTimeOffset? published = null, string? text = null) =>
        $"""
            <item><guid isPermaLink="false">{guid}</guid><title>{WebUtility.HtmlEncode(
                title
            )}</title><link>http://example.org/{guid}</link>{(
                published is { } at
                    ? $"<pubDate>{at.ToString("r", CultureInfo.InvariantCulture)}</pubDate>"
                    : ""
            )}<description>{WebUtility.HtmlEncode(text ?? title)}</description></item>
            """;
}

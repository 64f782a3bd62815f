using System.Globalization;
using System.Text;

namespace AlertWorker.Benchmarks;

/// <summary>Well-formed feeds like those of newsrooms, the same in every run.</summary>
internal static class GeneratedFeeds
{
    private const int ItemsPerFeed = 100;

    private static readonly string[] Words =
        "the border crossing at Torkham remained closed for trade on Thursday as officials of both sides met while trucks loaded with fruit waited in long queues near the customs terminal according to traders and clearing agents who spoke to this newspaper".Split(
            ' '
        );

    /// <summary>Feeds of 100 items each, every second one Atom, with summaries as escaped HTML and full text in CDATA.</summary>
    public static IReadOnlyList<byte[]> Make(int items)
    {
        var random = new Random(20210714);
        return
        [
            .. Enumerable
                .Range(0, items / ItemsPerFeed)
                .Select(feed => Encoding.UTF8.GetBytes(feed % 2 == 0 ? Rss(feed, random) : Atom(feed, random))),
        ];
    }

    private static string Rss(int feed, Random random)
    {
        var text = new StringBuilder();
        text.Append(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n<title>Example Daily</title>\n<link>https://daily.example/</link>\n<description>News</description>\n"
        );
        for (var i = 0; i < ItemsPerFeed; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<item>\n  <title>{Sentence(random, 11)}</title>\n  <link>https://daily.example/{feed}/{i}?a=1&amp;b=2</link>\n  <guid isPermaLink=\"false\">{feed}-{i}</guid>\n  <pubDate>{Date(i):ddd, dd MMM yyyy HH:mm:ss} +0500</pubDate>\n  <dc:creator>Staff reporter</dc:creator>\n  <category>Pakistan</category>\n  <description>&lt;p&gt;{Sentence(random, 40)} &amp;amp; more.&lt;/p&gt;</description>\n  <content:encoded><![CDATA[<p>{Sentence(random, 90)}.</p>\n<p>{Sentence(random, 90)} &amp; others.</p>\n<p><a href=\"https://daily.example/x\">{Sentence(random, 30)}</a></p>]]></content:encoded>\n</item>\n"
            );
        return text.Append("</channel>\n</rss>\n").ToString();
    }

    private static string Atom(int feed, Random random)
    {
        var text = new StringBuilder();
        text.Append(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Example Wire</title>\n<link href=\"https://wire.example/\"/>\n<id>urn:wire</id>\n"
        );
        for (var i = 0; i < ItemsPerFeed; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<entry>\n  <title>{Sentence(random, 11)}</title>\n  <link rel=\"alternate\" type=\"text/html\" href=\"https://wire.example/{feed}/{i}\"/>\n  <id>urn:wire:{feed}:{i}</id>\n  <published>{Date(i):yyyy-MM-ddTHH:mm:ss}Z</published>\n  <updated>{Date(i):yyyy-MM-ddTHH:mm:ss}Z</updated>\n  <author><name>Reporter</name></author>\n  <summary type=\"html\">&lt;p&gt;{Sentence(random, 40)}&lt;/p&gt;</summary>\n  <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Sentence(random, 100)}.</p><p>{Sentence(random, 100)}</p></div></content>\n</entry>\n"
            );
        return text.Append("</feed>\n").ToString();
    }

    private static DateTime Date(int i) =>
        new DateTime(2021, 7, 14, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(-7 * i);

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}

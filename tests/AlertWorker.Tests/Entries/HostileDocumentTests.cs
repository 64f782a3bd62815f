using System.Text;

namespace AlertWorker.Entries;

/// <summary>Documents made to harm: refused or tamed, in well under two seconds, with little memory.</summary>
public sealed class HostileDocumentTests
{
    private static readonly FeedHints Hints = new() { Now = new DateTimeOffset(2021, 7, 17, 0, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("<!ENTITY x SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!ENTITY x SYSTEM \"http://127.0.0.1:9/canary\">")]
    [InlineData("<!ENTITY x SYSTEM \"\\\\\\\\host\\\\share\">")]
    [InlineData("<!ENTITY % x SYSTEM \"http://127.0.0.1:9/canary\"> %x;")]
    public void External_entities_read_as_nothing(string declaration)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var document = Read(
                encoding.GetBytes($"<!DOCTYPE rss [{declaration}]>" + Rss("<item><title>a&x;b</title></item>"))
            );

            Assert.DoesNotContain("root:", Assert.Single(document.Entries).Title, StringComparison.Ordinal);
            Assert.Contains(document.Warnings, warning => warning.Contains("not fetched", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Entities_that_grow_are_refused(string declarations, string use)
    {
        var document = Read($"<!DOCTYPE rss [{declarations}]>" + Rss($"<item><title>{use}</title></item>"));

        Assert.Equal(FeedFaultKind.Hostile, document.Fault?.Kind);
        Assert.Empty(document.Entries);
    }

    public static TheoryData<string, string> Bombs =>
        new()
        {
            {
                string.Concat(
                    Enumerable
                        .Range(1, 9)
                        .Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")
                        .Prepend("<!ENTITY l0 \"lol\">")
                ),
                "&l9;"
            },
            { $"<!ENTITY a \"{new string('A', 100_000)}\">", string.Concat(Enumerable.Repeat("&a;", 5000)) },
            { $"<!ENTITY a \"{new string('A', 1000)}\">", string.Concat(Enumerable.Repeat("&a;", 5000)) },
            { "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;" },
        };

    [Fact]
    public void An_honest_doctype_is_no_reason_to_refuse()
    {
        var document = Read(
            "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:9/rss-0.91.dtd\" [<!ENTITY gate \"Torkham\">]>"
                + Rss("<item><title>&gate;&nbsp;open &mdash; caf&eacute;</title></item>")
        );

        Assert.Null(document.Fault);
        Assert.Equal("Torkham open — café", Assert.Single(document.Entries).Title);
    }

    [Fact]
    public void A_hundred_thousand_nested_elements_are_refused()
    {
        var document = Read(Rss("<item>" + Repeat("<a>", 100_000) + Repeat("</a>", 100_000) + "</item>"));

        Assert.Equal(FeedFaultKind.TooDeep, document.Fault?.Kind);
    }

    [Fact]
    public void A_hundred_thousand_nested_tags_in_a_text_are_read()
    {
        var document = Read(
            Rss(
                "<item><description>"
                    + Repeat("&lt;div&gt;", 100_000)
                    + "gate"
                    + Repeat("&lt;/div&gt;", 100_000)
                    + "</description></item>"
            )
        );

        Assert.Equal("gate", Assert.Single(document.Entries).Summary);
    }

    [Fact]
    public void A_page_nested_without_end_is_no_list()
    {
        var hints = Hints with { Format = "html", Select = new HtmlSelectors("div") };

        var document = Timed.Run(() =>
            FeedReader.Read(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + Repeat("<div>", 100_000)), hints)
        );

        Assert.Equal(FeedFaultKind.TooDeep, document.Fault?.Kind);
    }

    [Fact]
    public void Deep_json_is_refused()
    {
        Assert.Equal(
            FeedFaultKind.TooDeep,
            Read(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":"
                    + Repeat("[", 100_000)
                    + Repeat("]", 100_000)
                    + "}"
            ).Fault?.Kind
        );
    }

    [Theory]
    [InlineData("a{0}=\"x\" ", 50_000)]
    [InlineData("xmlns:n{0}=\"http://n.example/{0}\" ", 20_000)]
    public void Crowds_of_attributes_cost_little(string attribute, int count)
    {
        var attributes = string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    attribute.Replace(
                        "{0}",
                        i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
                )
        );

        Assert.Equal("t", Assert.Single(Read(Rss($"<item {attributes}><title>t</title></item>")).Entries).Title);
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a b='' c=''>x</a>")]
    public void Crowds_of_elements_end_the_reading(string piece)
    {
        var document = Read(Rss("<item><title>t</title></item><item>" + Repeat(piece, FeedLimits.Nodes) + "</item>"));

        Assert.Equal("t", Assert.Single(document.Entries).Title);
        Assert.Equal(FeedFaultKind.TooLarge, document.Fault?.Kind);
    }

    [Theory]
    [InlineData("<!---->", 500_000)]
    [InlineData("<i a='' b='' c='' d='' e='' f='' g='' h=''>x</i>", 29_000)]
    public void A_page_that_costs_more_than_any_reader_needs_is_no_list(string piece, int times)
    {
        var hints = Hints with { Format = "html", Select = new HtmlSelectors("div") };

        var document = Timed.Run(() =>
            FeedReader.Read(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + Repeat(piece, times)), hints)
        );

        Assert.Equal(FeedFaultKind.TooDeep, document.Fault?.Kind);
    }

    [Theory]
    [InlineData("<item><description>", "</description></item>", "<rss><channel>")]
    [InlineData("<entry><content>", "</content></entry>", "<feed>")]
    [InlineData("{\"content_text\":\"", "\"},", "{\"version\":\"1\",\"items\":[")]
    public void All_texts_together_are_bounded(string before, string after, string start)
    {
        var text = Repeat("closed ", 15_000 / 7);

        var document = Read(start + Repeat(before + text + after, 950));

        Assert.Equal(950, document.Entries.Count);
        Assert.Equal(text.Trim(), document.Entries[0].Content ?? document.Entries[0].Summary);
        Assert.InRange(
            document.Entries.Sum(entry => entry.Content?.Length ?? entry.Summary?.Length ?? 0),
            FeedLimits.AllText,
            2 * FeedLimits.AllText
        );
    }

    [Fact]
    public void A_json_object_of_a_million_fields_is_read_to_a_hundred()
    {
        var fields = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $",\"k{i}\":1"));

        var document = Read($"[{{\"port_number\":\"1\",\"port_name\":\"x\"{fields}}}]");

        Assert.Equal("cbp:1", Assert.Single(document.Entries).Id);
    }

    [Fact]
    public void A_document_over_the_limit_is_refused()
    {
        Assert.Equal(FeedFaultKind.TooLarge, Read(new byte[FeedLimits.Bytes + 1]).Fault?.Kind);
    }

    [Fact]
    public void Of_fifty_thousand_entries_the_first_thousand_are_read()
    {
        var document = Read(
            Rss(
                string.Concat(
                    Enumerable.Range(0, 50_000).Select(i => $"<item><guid>{i}</guid><title>t{i}</title></item>")
                )
            )
        );

        Assert.Equal(FeedLimits.Entries, document.Entries.Count);
        Assert.Equal("t0", document.Entries[0].Title);
        Assert.Null(document.Fault);
        Assert.Contains(document.Warnings, warning => warning.Contains("1000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_of_eight_megabytes_is_cut()
    {
        Assert.Equal(
            FeedLimits.Title,
            Assert.Single(Read(Rss($"<item><title>{new string('x', 8_000_000)}</title></item>")).Entries).Title?.Length
        );
    }

    [Fact]
    public void An_id_of_a_megabyte_becomes_its_digest()
    {
        Assert.InRange(
            Assert.Single(Read(Rss($"<item><guid>{new string('x', 1_000_000)}</guid></item>")).Entries).Id.Length,
            1,
            64
        );
    }

    [Theory]
    [InlineData("<? ", 2_000_000)]
    [InlineData("<!-- >", 1_000_000)]
    [InlineData("<![CDATA[", 500_000)]
    [InlineData("</x>", 2_000_000)]
    [InlineData("<x a='", 1_000_000)]
    [InlineData("<x>", 2_000_000)]
    [InlineData("<", 8_000_000)]
    [InlineData("&a", 4_000_000)]
    [InlineData("<item>", 1_000_000)]
    [InlineData("<item><title>x</item>", 300_000)]
    public void No_repetition_is_expensive(string piece, int times) => Read("<rss><channel>" + Repeat(piece, times));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("https://ok.example/a b", "https://ok.example/a b")]
    [InlineData("http://\n", null)]
    public void Only_web_addresses_are_links(string link, string? expected)
    {
        var document = FeedReader.Read(
            Encoding.UTF8.GetBytes(Rss($"<item><title>t</title><link>{link}</link></item>")),
            Hints with
            {
                BaseUrl = null,
            }
        );

        Assert.Equal(expected, Assert.Single(document.Entries).Link);
    }

    [Fact]
    public void Memory_stays_bounded()
    {
        var body = Encoding.UTF8.GetBytes(
            Rss(
                string.Concat(
                    Enumerable
                        .Range(0, 900)
                        .Select(i =>
                            $"<item><title>t{i}</title><description>{new string('x', 16_000)}</description></item>"
                        )
                )
            )
        );
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var document = Read(body);

        Assert.Equal(900, document.Entries.Count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100_000_000);
    }

    private static string Rss(string items) =>
        "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static FeedDocument Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static FeedDocument Read(byte[] body) => Timed.Run(() => FeedReader.Read(body, Hints));
}

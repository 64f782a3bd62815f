using System.Text;
using System.Xml.Linq;
using AlertWorker.Entries;

namespace AlertWorker.Web;

/// <summary>Atom and CAP as others read them, our own reader among them.</summary>
[Collection(nameof(SeededWorker))]
public sealed class OutgoingFeedTests(SeededWorker worker)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/alerts.atom")]
    [InlineData("/crossings/torkham/alerts.atom")]
    public async Task Every_change_is_an_entry_with_an_id_of_its_own(string path)
    {
        var feed = (await Xml(path)).Root!;

        Assert.StartsWith("urn:uuid:", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal("2026-03-04T11:05:00Z", feed.Element(Atom + "updated")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(3, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(Atom + "title")!.Value));
        Assert.All(
            entries,
            entry =>
                Assert.StartsWith(
                    worker.Http.BaseAddress!.AbsoluteUri,
                    entry.Element(Atom + "link")!.Attribute("href")!.Value,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task An_entry_keeps_its_id_wherever_it_is_read()
    {
        var all = (await Xml("/alerts.atom")).Root!.Elements(Atom + "entry");
        var one = (await Xml("/crossings/torkham/alerts.atom?lang=ur")).Root!.Elements(Atom + "entry");

        Assert.Equal(all.Select(e => e.Element(Atom + "id")!.Value), one.Select(e => e.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task A_crossing_without_an_alert_has_an_empty_valid_feed()
    {
        var feed = (await Xml("/crossings/kharlachi/alerts.atom")).Root!;

        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.NotNull(feed.Element(Atom + "updated"));
    }

    [Theory]
    [InlineData("first", "Alert", 0)]
    [InlineData("second", "Update", 1)]
    [InlineData("last", "Cancel", 2)]
    public async Task A_CAP_message_names_what_it_updates_or_ends(string id, string type, int references)
    {
        var alert = (await Xml($"/alerts/{id}.cap")).Root!;

        Assert.Equal(type, alert.Element(Cap + "msgType")!.Value);
        var earlier = alert.Element(Cap + "references")?.Value.Split(' ') ?? [];
        Assert.Equal(references, earlier.Length);
        Assert.All(earlier, reference => Assert.Equal(3, reference.Split(',').Length));
        Assert.Matches("^[0-9T:-]{19}-00:00$", alert.Element(Cap + "sent")!.Value);
        var area = alert.Element(Cap + "info")!.Element(Cap + "area")!;
        Assert.Equal("34.12,71.09 5", area.Element(Cap + "circle")!.Value);
    }

    [Fact]
    public async Task Our_own_reader_understands_both()
    {
        var now = SeededWorker.Last.At;
        var cap = FeedReader.Read(await Bytes("/alerts/first.cap"), new FeedHints { Now = now });
        Assert.Equal((null, "cap"), (cap.Fault, cap.Format));
        var atom = FeedReader.Read(await Bytes("/alerts.atom"), new FeedHints { Now = now });
        Assert.Equal((null, 3), (atom.Fault, atom.Entries.Count));
    }

    private async Task<XDocument> Xml(string path) => XDocument.Parse(Encoding.UTF8.GetString(await Bytes(path)));

    private Task<byte[]> Bytes(string path) => worker.Http.GetByteArrayAsync(path, Cancellation);
}

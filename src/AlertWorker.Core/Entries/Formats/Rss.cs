using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>RSS 0.91 to 2.0 (rssboard.org/rss-specification) with the modules newsrooms use: content, Dublin Core, Media RSS, iTunes, Atom.</summary>
public sealed class Rss : XmlFormat
{
    public override string Name => "rss";

    public override bool Recognises(FeedBody body) =>
        body.Root is "rss" or "channel" or "item" && body.RootNamespace != "cdf";

    private protected override bool IsRecord(string name) => name is "item" or "atom:entry";

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading)
    {
        var channel = root.Child("channel") ?? root;
        return RssChannel.Read(channel, records, reading);
    }
}

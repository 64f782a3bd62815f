using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>RSS 0.90 and 1.0 in RDF (web.resource.org/rss/1.0/spec), and RSS 1.1, whose items stand beside or inside the channel.</summary>
public sealed class Rdf : XmlFormat
{
    public override string Name => "rdf";

    public override bool Recognises(FeedBody body) =>
        body.Root == "rdf" || (body.Root == "channel" && body.RootNamespace == KnownNamespaces.Rss);

    private protected override bool IsRecord(string name) => name == "item";

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading) =>
        RssChannel.Read(root.Child("channel") ?? root, records, reading);
}

using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>What the XML formats share: reading the document into a frame and records, and turning what is wrong with it into faults.</summary>
public abstract class XmlFormat : IFeedFormat
{
    public abstract string Name { get; }

    public abstract bool Recognises(FeedBody body);

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        body.Entities.Declare(body.Doctype);
        var markup = ElementReader.Read(body.Buffer, body.RootStart, body.Entities, IsRecord);
        if (markup.TooDeep)
            return new FeedDocument
            {
                Format = Name,
                Fault = new FeedFault(FeedFaultKind.TooDeep, $"elements are nested deeper than {FeedLimits.Depth}"),
            };
        var reading = new Reading(hints)
        {
            HasBases = body.Buffer.AsSpan().Contains(":base", StringComparison.Ordinal),
        };
        var document = markup.Root is null ? new FeedDocument() : Read(markup.Root, markup.Records, reading);
        return document with
        {
            Format = Name,
            Fault = document.Fault ?? FaultOf(markup),
            Warnings = [.. Remarks(markup), .. reading.Warnings],
        };
    }

    /// <summary>Whether an element of this canonical name is one of the many, rather than part of the frame.</summary>
    private protected abstract bool IsRecord(string name);

    private protected abstract FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading);

    private static FeedFault? FaultOf(MarkupDocument markup) =>
        markup.Cut ? new FeedFault(FeedFaultKind.Cut, "the document breaks off before its end")
        : markup.Crowded
            ? new FeedFault(FeedFaultKind.TooLarge, $"more than {FeedLimits.Nodes} elements and attributes")
        : null;

    private static IEnumerable<string> Remarks(MarkupDocument markup)
    {
        if (markup.IllFormed)
            yield return "not well-formed XML";
        if (markup.More)
            yield return $"more than {FeedLimits.Entries} entries; the first {FeedLimits.Entries} were read";
    }
}

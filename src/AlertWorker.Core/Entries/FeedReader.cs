using AlertWorker.Entries.Formats;
using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>Bytes in, entries out, for every format in the list. Never throws on what a publisher sends: what is wrong becomes a fault or a warning.</summary>
public static class FeedReader
{
    /// <summary>Every format, the more particular ones first; the first that recognises a document reads it.</summary>
    public static IReadOnlyList<IFeedFormat> Formats { get; } =
    [
        new CbpWaitTimes(),
        new JsonFeed(),
        new CbsaWaitTimes(),
        new TelegramPreview(),
        new HtmlList(), // by name only
        new Cap(),
        new NewsSitemap(),
        new Cdf(),
        new Rdf(),
        new Rss(),
        new Atom(),
    ];

    /// <summary>Reads a body as fetched, after its content encodings (gzip, br) were undone.</summary>
    public static FeedDocument Read(ReadOnlyMemory<byte> body, FeedHints hints)
    {
        if (body.Length > FeedLimits.Bytes)
            return Failed(FeedFaultKind.TooLarge, $"the document has {body.Length} bytes; {FeedLimits.Bytes} are read");
        var choice = CharacterSets.Choose(body.Span, hints.ContentType);
        using var text = TextBuffer.Decode(body.Span[choice.Mark..], choice.Encoding);
        var content = new FeedBody(text);
        var document = Read(content, hints);
        if (content.Entities.Bomb)
            document = Failed(FeedFaultKind.Hostile, "the document's entities grow without end; it was refused");
        return document with
        {
            Encoding = content.IsEmpty ? null : choice.Name,
            Warnings = [.. Seen(choice, content), .. document.Warnings],
        };
    }

    private static FeedDocument Read(FeedBody content, FeedHints hints)
    {
        if (content.IsEmpty)
            return Failed(FeedFaultKind.Empty, "the document is empty");
        var named = Formats.FirstOrDefault(format => format.Name == hints.Format);
        if (named is not null && named.Recognises(content))
            return named.Read(content, hints);
        if (named is HtmlList && !content.IsJson && content.Root is not ("rss" or "feed" or "rdf"))
            return named.Read(content, hints); // a page is a list when the configuration says so
        var format = Formats.FirstOrDefault(candidate => candidate.Recognises(content));
        return format?.Read(content, hints) ?? Unreadable(content);
    }

    private static FeedDocument Unreadable(FeedBody content)
    {
        if (WebPages.IsChallenge(content.Buffer.AsSpan()))
            return Failed(
                FeedFaultKind.Consent,
                "a consent page or a bot guard's challenge stands where the feed should be"
            );
        if (content.IsHtml)
            return Failed(FeedFaultKind.Html, "a web page stands where the feed should be");
        return Failed(FeedFaultKind.NotAFeed, "the document is in no known feed format");
    }

    private static IEnumerable<string> Seen(CharsetChoice choice, FeedBody content)
    {
        if (choice.Warning is not null)
            yield return choice.Warning;
        if (content.Entities.HasExternal)
            yield return "external entities are declared; they were not fetched";
    }

    private static FeedDocument Failed(FeedFaultKind kind, string message) =>
        new() { Fault = new FeedFault(kind, message) };
}

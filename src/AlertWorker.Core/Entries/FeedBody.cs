using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>A decoded body with what can be seen of it at a glance.</summary>
public sealed class FeedBody
{
    private const int TagsBeforeRoot = 64;

    private bool _rootIsFeed;
    private Slice? _doctype;

    private readonly Lazy<string> _text;

    internal FeedBody(TextBuffer buffer)
    {
        Buffer = buffer;
        _text = new Lazy<string>(buffer.ToString);
        Start = buffer.AsSpan().IndexOfAnyExcept(Characters.DocumentSpace) is >= 0 and var start
            ? start
            : buffer.Length;
        if (!IsJson)
            FindRoot();
    }

    private void FindRoot()
    {
        var tokenizer = new MarkupTokenizer(Buffer, 0);
        for (var tags = 0; tags < TagsBeforeRoot && !_rootIsFeed && tokenizer.Read() != TokenKind.EndOfDocument; )
        {
            if (tokenizer.Kind == TokenKind.Doctype)
                _doctype ??= tokenizer.Tag;
            else if (tokenizer.Kind == TokenKind.StartTag && tags++ >= 0 && IsRoot(tokenizer))
                TakeRoot(tokenizer);
        }
    }

    private bool IsRoot(MarkupTokenizer tokenizer)
    {
        if (Root.Length == 0)
            return true;
        // Some sites wrap their feed into a page.
        var name = tokenizer.Name.Of(Buffer);
        return name is "rss" or "feed";
    }

    private void TakeRoot(MarkupTokenizer tokenizer)
    {
        var namespaces = new Namespaces(Buffer);
        foreach (var attribute in tokenizer.Attributes)
            namespaces.Declare(0, attribute);
        RootStart = tokenizer.Tag.Start;
        Root = namespaces.NameOf(tokenizer.Name);
        RootNamespace = namespaces.Native;
        _rootIsFeed = Root is not ("html" or "head" or "body" or "br" or "b" or "p" or "div");
    }

    /// <summary>The whole document, as a string made when it is first asked for.</summary>
    public string Text => _text.Value;

    /// <summary>The whole document where it was decoded.</summary>
    internal TextBuffer Buffer { get; }

    /// <summary>Where the first visible character stands.</summary>
    public int Start { get; }

    public bool IsEmpty => Start >= Buffer.Length;

    public bool IsJson => !IsEmpty && Buffer[Start] is '{' or '[';

    /// <summary>Local name of the first element in lower case; empty when there is none.</summary>
    internal string Root { get; private set; } = "";

    /// <summary>Well-known prefix or address of its namespace.</summary>
    internal string RootNamespace { get; private set; } = "";

    internal int RootStart { get; private set; }

    /// <summary>The DOCTYPE with its internal subset; empty when there is none.</summary>
    internal ReadOnlySpan<char> Doctype => _doctype is { } doctype ? doctype.Of(Buffer) : [];

    internal EntityTable Entities { get; } = new();

    /// <summary>A web page, by its root or its DOCTYPE.</summary>
    internal bool IsHtml =>
        Root is "html" or "head" or "body" || Doctype.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
}

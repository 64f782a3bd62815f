using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>A decoded body with what can be seen of it at a glance.</summary>
public sealed class FeedBody
{
    internal FeedBody(DecodedText decoded)
    {
        Text = decoded.Text;
        var tokenizer = new MarkupTokenizer(Text, 0);
        Start = Text.AsSpan().IndexOfAnyExcept(Characters.DocumentSpace) is >= 0 and var start ? start : Text.Length;
        if (IsJson)
            return;
        Entities = new EntityTable();
        while (tokenizer.Read() is TokenKind.Doctype or TokenKind.EndTag)
        {
            if (tokenizer.Kind == TokenKind.Doctype)
                Doctype = tokenizer.Tag.Of(Text).ToString();
        }
        if (tokenizer.Kind != TokenKind.StartTag)
            return;
        RootStart = tokenizer.Tag.Start;
        var namespaces = new Namespaces(Text);
        foreach (var attribute in tokenizer.Attributes)
            namespaces.Declare(0, attribute);
        Root = namespaces.NameOf(tokenizer.Name);
        RootNamespace = namespaces.Native;
    }

    /// <summary>The whole document.</summary>
    public string Text { get; }

    /// <summary>Where the first visible character stands.</summary>
    public int Start { get; }

    public bool IsEmpty => Start >= Text.Length;

    public bool IsJson => !IsEmpty && Text[Start] is '{' or '[';

    /// <summary>Local name of the first element in lower case; empty when there is none.</summary>
    internal string Root { get; } = "";

    /// <summary>Well-known prefix or address of its namespace.</summary>
    internal string RootNamespace { get; } = "";

    internal int RootStart { get; }

    internal string? Doctype { get; }

    internal EntityTable Entities { get; } = new();

    /// <summary>What is wrong with the way it is written, collected while reading.</summary>
    internal bool IsHtml =>
        Root is "html" or "head" or "body"
        || Doctype?.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) == true;
}

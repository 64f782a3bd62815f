namespace AlertWorker.Entries.Markup;

/// <summary>
/// Where the last ends of each kind stand. An end is only searched for where there is one: otherwise a text full of beginnings
/// would cost the square of its length.
/// </summary>
internal readonly record struct TagEnds(int Close, int Comment, int CData)
{
    public TagEnds(ReadOnlySpan<char> html)
        : this(html.LastIndexOf('>'), html.LastIndexOf("-->"), html.LastIndexOf("]]>")) { }

    /// <summary>The same ends, seen from further on.</summary>
    public TagEnds From(int offset) => new(Close - offset, Comment - offset, CData - offset);
}

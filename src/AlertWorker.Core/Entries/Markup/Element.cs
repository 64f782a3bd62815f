namespace AlertWorker.Entries.Markup;

/// <summary>
/// One element of a document: a node light enough to build for every tag. It holds positions in the document; its text is decoded
/// when it is asked for. Names are canonical (<see cref="Namespaces"/>).
/// </summary>
internal sealed class Element(string name, Element? parent, MarkupSource source)
{
    private Element? _first;
    private Element? _last;
    private (string Name, Slice Value)[] _attributes = [];

    public string Name { get; } = name;

    public Element? Parent { get; } = parent;

    public Slice RawName { get; init; }

    /// <summary>Between the start tag and the end tag.</summary>
    public Slice Inner { get; set; }

    public ElementChildren Children => new(_first);

    /// <summary>The next child of the same parent.</summary>
    public Element? Next { get; private set; }

    public bool HasMarkup => _first is not null;

    /// <summary>The content as written: tags and entities in place.</summary>
    public ReadOnlySpan<char> RawInner => Inner.Of(source.Text);

    /// <summary>The document's own entities, for text that is decoded elsewhere.</summary>
    public EntityTable Entities => source.Entities;

    /// <summary>The character content: entities and CDATA sections resolved, child elements flattened away.</summary>
    public string Text => source.Entities.Decode(RawInner);

    /// <summary>As <see cref="Text"/>, without a copy where possible.</summary>
    public ReadOnlySpan<char> TextSpan => source.Entities.DecodeSpan(RawInner);

    public void Add(Element child)
    {
        if (_last is null)
            _first = child;
        else
            _last.Next = child;
        _last = child;
    }

    public void SetAttributes((string Name, Slice Value)[] attributes) => _attributes = attributes;

    public string? Attribute(string name)
    {
        foreach (var (key, value) in _attributes)
            if (key == name)
                return source.Entities.Decode(value.Of(source.Text));
        return null;
    }

    public Element? Child(string name)
    {
        foreach (var child in Children)
            if (child.Name == name)
                return child;
        return null;
    }

    public IEnumerable<Element> ChildrenNamed(string name) => Children.Where(child => child.Name == name);

    /// <summary>The nearest value of an inherited attribute (xml:lang), from here upwards.</summary>
    public string? Inherited(string attribute)
    {
        for (var element = this; element is not null; element = element.Parent)
            if (element.Attribute(attribute) is { } value)
                return value;
        return null;
    }
}

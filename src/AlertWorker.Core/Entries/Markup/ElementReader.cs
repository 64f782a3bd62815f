namespace AlertWorker.Entries.Markup;

/// <summary>
/// Builds elements from tags, with a stack of its own instead of recursion. Wrong end tags close what they can or are passed over;
/// a record that the document does not finish is not a record.
/// </summary>
internal sealed class ElementReader
{
    private readonly MarkupSource _source;
    private readonly MarkupTokenizer _tokenizer;
    private readonly Namespaces _namespaces;
    private readonly Func<string, bool> _isRecord;
    private readonly List<Element> _open = [];
    private readonly List<Element> _records = [];
    private Element? _root;
    private Element? _record;
    private bool _closed;
    private bool _tooDeep;
    private bool _illFormed;
    private bool _more;
    private bool _crowded;

    private ElementReader(TextBuffer text, EntityTable entities, int start, Func<string, bool> isRecord)
    {
        _source = new MarkupSource(text, entities);
        _tokenizer = new MarkupTokenizer(text, start);
        _namespaces = new Namespaces(text);
        _isRecord = isRecord;
    }

    /// <summary>Reads the document from <paramref name="start"/>; <paramref name="isRecord"/> tells by name what is set aside as a record.</summary>
    public static MarkupDocument Read(TextBuffer text, int start, EntityTable entities, Func<string, bool> isRecord) =>
        new ElementReader(text, entities, start, isRecord).ReadAll();

    private MarkupDocument ReadAll()
    {
        while (!_closed && !_tooDeep && !_more && !_crowded)
        {
            var kind = _tokenizer.Read();
            if (_tokenizer.Nodes > FeedLimits.Nodes)
                _crowded = true;
            else if (kind == TokenKind.StartTag)
                Open();
            else if (kind == TokenKind.EndTag)
                Close();
            else if (kind == TokenKind.Doctype)
                _source.Entities.Declare(_tokenizer.Tag.Of(_source.Text));
            else
                break;
        }
        var cut = !_closed && !_more && !_tooDeep && !_crowded;
        return new MarkupDocument(_root, _records, cut, _tooDeep, _more, _crowded, _illFormed);
    }

    private void Open()
    {
        var depth = _open.Count;
        foreach (var attribute in _tokenizer.Attributes)
            _namespaces.Declare(depth, attribute);
        var name = _namespaces.NameOf(_tokenizer.Name);
        if (_record is { } open && open.Name == name && _isRecord(name))
        {
            _illFormed = true; // the end tag of the record before was forgotten
            CloseDownTo(_open.IndexOf(open), _tokenizer.Tag.Start);
        }
        if (_open.Count >= FeedLimits.Depth)
        {
            _tooDeep = true;
            return;
        }
        Begin(name);
    }

    private void Begin(string name)
    {
        var parent = _open.Count > 0 ? _open[^1] : null;
        var element = new Element(name, parent, _source)
        {
            RawName = _tokenizer.Name,
            Inner = new Slice(_tokenizer.Tag.End, 0),
        };
        if (_tokenizer.Attributes.Count > 0)
            element.SetAttributes(ReadAttributes());
        if (_record is null && parent is not null && _isRecord(name))
        {
            if (_records.Count >= FeedLimits.Entries)
            {
                _more = true;
                return;
            }
            _record = element;
        }
        else
            parent?.Add(element);
        _root ??= element;
        _open.Add(element);
        if (_tokenizer.SelfClosing)
            CloseDownTo(_open.Count - 1, _tokenizer.Tag.End);
    }

    private (string, Slice)[] ReadAttributes()
    {
        var attributes = new (string, Slice)[_tokenizer.Attributes.Count];
        for (var i = 0; i < attributes.Length; i++)
            attributes[i] = (
                _namespaces.AttributeNameOf(_tokenizer.Attributes[i].Name),
                _tokenizer.Attributes[i].Value
            );
        return attributes;
    }

    private void Close()
    {
        var name = _tokenizer.Name.Of(_source.Text);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!name.Equals(_open[i].RawName.Of(_source.Text), StringComparison.OrdinalIgnoreCase))
                continue;
            _illFormed |= i < _open.Count - 1;
            CloseDownTo(i, _tokenizer.Tag.Start);
            return;
        }
        _illFormed = true;
    }

    /// <summary>Closes the element at this index and whatever is still open inside it.</summary>
    private void CloseDownTo(int index, int end)
    {
        for (var i = _open.Count - 1; i >= index; i--)
        {
            var element = _open[i];
            element.Inner = element.Inner with { Length = Math.Max(0, end - element.Inner.Start) };
            if (element == _record)
            {
                _records.Add(element);
                _record = null;
            }
        }
        _open.RemoveRange(index, _open.Count - index);
        _namespaces.Leave(index);
        _closed = index == 0;
    }
}

namespace AlertWorker.Entries.Markup;

/// <summary>The canonical names found so far under one set of namespace declarations; the same declarations lead to the same scope again.</summary>
internal sealed class NameScope
{
    private Dictionary<(string Prefix, string Family), NameScope>? _inner;

    public Dictionary<string, string> Elements { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public NameScope Inner(string prefix, string family)
    {
        _inner ??= [];
        if (!_inner.TryGetValue((prefix, family), out var scope))
            _inner[(prefix, family)] = scope = new NameScope();
        return scope;
    }
}

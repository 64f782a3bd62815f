namespace AlertWorker.Entries.Markup;

/// <summary>
/// Gives every element and attribute one canonical name: lower case, with the prefix people know ("dc:date"), whatever prefix the
/// document chose for the namespace. A prefix that was never declared, or declared with an unknown address, stands for itself.
/// The vocabulary of the root (RSS, Atom, …) has no prefix.
/// </summary>
internal sealed class Namespaces(TextBuffer text)
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<(int Depth, string Prefix, string? Before, NameScope Scope)> _undo = [];
    private readonly Dictionary<string, string> _families = new(StringComparer.Ordinal);
    private NameScope _scope = new();
    private bool _rootSeen;

    /// <summary>The namespace of the root element as a well-known prefix, or its address when unknown.</summary>
    public string Native { get; private set; } = "";

    public void Declare(int depth, RawAttribute attribute)
    {
        var name = attribute.Name.Of(text);
        if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || (name.Length > 5 && name[5] != ':'))
            return;
        var prefix = name.Length > 6 ? name[6..].ToString() : "";
        var family = Family(attribute.Value.Of(text), prefix);
        var known = _prefixes.TryGetValue(prefix, out var before);
        if (known && before == family)
            return;
        _undo.Add((depth, prefix, before, _scope));
        _prefixes[prefix] = family;
        _scope = _scope.Inner(prefix, family);
    }

    /// <summary>Forgets what elements at this depth and below declared.</summary>
    public void Leave(int depth)
    {
        while (_undo is [.., var last] && last.Depth >= depth)
        {
            if (last.Before is null)
                _prefixes.Remove(last.Prefix);
            else
                _prefixes[last.Prefix] = last.Before;
            _scope = last.Scope;
            _undo.RemoveAt(_undo.Count - 1);
        }
    }

    public string NameOf(Slice slice) => Find(_scope.Elements, slice, isAttribute: false);

    public string AttributeNameOf(Slice slice) => Find(_scope.Attributes, slice, isAttribute: true);

    private string Find(Dictionary<string, string> names, Slice slice, bool isAttribute)
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = slice.Of(text);
        if (known.TryGetValue(raw, out var name))
            return name;
        name = Canonical(raw, isAttribute);
        known[raw] = name;
        return name;
    }

    /// <summary>Unprefixed declarations repeat on every piece of XHTML; their families are remembered.</summary>
    private string Family(ReadOnlySpan<char> address, string prefix)
    {
        if (prefix.Length > 0)
            return KnownNamespaces.FamilyOf(address, prefix);
        var families = _families.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!families.TryGetValue(address, out var family))
            families[address] = family = KnownNamespaces.FamilyOf(address, prefix);
        return family;
    }

    private string Canonical(ReadOnlySpan<char> raw, bool isAttribute)
    {
        var colon = raw.IndexOf(':');
        var prefix = colon < 0 ? "" : raw[..colon].ToString();
        var local = raw[(colon + 1)..].ToString().ToLowerInvariant();
        if (isAttribute && prefix.Length == 0)
            return local;
        var family = _prefixes.TryGetValue(prefix, out var declared) ? declared : KnownNamespaces.ByPrefix(prefix);
        if (!_rootSeen)
            (_rootSeen, Native) = (true, family);
        return family.Length == 0 || family == Native || family == KnownNamespaces.Rss ? local : family + ":" + local;
    }
}

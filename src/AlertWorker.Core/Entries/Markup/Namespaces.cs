namespace AlertWorker.Entries.Markup;

/// <summary>
/// Gives every element and attribute one canonical name: lower case, with the prefix people know ("dc:date"), whatever prefix the
/// document chose for the namespace. A prefix that was never declared, or declared with an unknown address, stands for itself.
/// The vocabulary of the root (RSS, Atom, …) has no prefix.
/// </summary>
internal sealed class Namespaces(string text)
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<(int Depth, string Prefix, string? Before)> _undo = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private string _native = "";
    private bool _rootSeen;

    /// <summary>The namespace of the root element as a well-known prefix, or its address when unknown.</summary>
    public string Native => _native;

    public void Declare(int depth, RawAttribute attribute)
    {
        var name = attribute.Name.Of(text);
        if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) || (name.Length > 5 && name[5] != ':'))
            return;
        var prefix = name.Length > 6 ? name[6..].ToString() : "";
        var family = KnownNamespaces.FamilyOf(attribute.Value.Of(text), prefix);
        var known = _prefixes.TryGetValue(prefix, out var before);
        if (known && before == family)
            return;
        _undo.Add((depth, prefix, before));
        _prefixes[prefix] = family;
        _names.Clear();
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
            _undo.RemoveAt(_undo.Count - 1);
            _names.Clear();
        }
    }

    public string NameOf(Slice slice)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = slice.Of(text);
        if (names.TryGetValue(raw, out var known))
            return known;
        var name = Canonical(raw, isAttribute: false);
        names[raw] = name;
        return name;
    }

    public string AttributeNameOf(Slice slice) => Canonical(slice.Of(text), isAttribute: true);

    private string Canonical(ReadOnlySpan<char> raw, bool isAttribute)
    {
        var colon = raw.IndexOf(':');
        var prefix = colon < 0 ? "" : raw[..colon].ToString();
        var local = raw[(colon + 1)..].ToString().ToLowerInvariant();
        if (isAttribute && prefix.Length == 0)
            return local;
        var family = _prefixes.TryGetValue(prefix, out var declared) ? declared : KnownNamespaces.ByPrefix(prefix);
        if (!_rootSeen)
        {
            _rootSeen = true;
            _native = family;
            _names.Clear();
        }
        return IsNative(family) ? local : family + ":" + local;
    }

    private bool IsNative(string family) =>
        family.Length == 0
        || family == _native
        || family == KnownNamespaces.Rss
        || (_native == KnownNamespaces.Rdf && family == KnownNamespaces.Rss);
}

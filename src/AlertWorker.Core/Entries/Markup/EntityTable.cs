using System.Text;

namespace AlertWorker.Entries.Markup;

/// <summary>
/// Resolves references in one XML document. Internal entities of the DOCTYPE are honoured within a small budget; external ones
/// (XML 1.0 §4.2.2) are never fetched and read as nothing; names of HTML need no declaration.
/// </summary>
internal sealed class EntityTable
{
    private const int LongestValue = 4096;
    private const int Budget = 64 * 1024;
    private const int MaxDeclarations = 1000;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private readonly List<string> _forward = [];
    private int _spent;

    /// <summary>The document tries to grow out of its entities (billion laughs, quadratic blow-up, loops): refuse it.</summary>
    public bool Bomb { get; private set; }

    /// <summary>The document names external entities; they were not fetched.</summary>
    public bool HasExternal { get; private set; }

    /// <summary>Takes the entity declarations out of a DOCTYPE with internal subset.</summary>
    public void Declare(ReadOnlySpan<char> doctype)
    {
        var rest = doctype;
        while (_declared.Count < MaxDeclarations)
        {
            var at = rest.IndexOf("<!ENTITY");
            if (at < 0)
                break;
            rest = rest[(at + 8)..].TrimStart();
            var isParameter = rest.StartsWith("%");
            var name = Token(ref rest);
            if (isParameter)
                name = "%" + Token(ref rest);
            rest = rest.TrimStart();
            if (rest.IsEmpty || rest[0] is not ('"' or '\''))
            {
                HasExternal = true;
                _declared.TryAdd(name, "");
                continue;
            }
            var close = rest[1..].IndexOf(rest[0]);
            if (close < 0)
                break;
            _declared.TryAdd(name, Value(rest.Slice(1, close)));
            rest = rest[(close + 2)..];
        }
        Bomb |= _forward.Exists(_declared.ContainsKey); // names declared after their use can only build a loop
    }

    /// <summary>The characters meant by XML content: references and CDATA sections resolved, tags and comments left out.</summary>
    public string Decode(ReadOnlySpan<char> raw) => DecodeSpan(raw).ToString();

    /// <summary>As <see cref="Decode"/>, without a copy where the text stands in the document as it is meant. Beyond <see cref="FeedLimits.Raw"/> it is cut.</summary>
    public ReadOnlySpan<char> DecodeSpan(ReadOnlySpan<char> raw)
    {
        var special = raw.IndexOfAny('&', '<');
        if (special < 0)
            return Capped(raw);
        var trimmed = raw.Trim();
        if (trimmed[0] == '<' && CDataLength(trimmed) == trimmed.Length)
            return Capped(trimmed[9..^3]);
        var result = new StringBuilder(Capped(raw).Length);
        while (special >= 0 && result.Length < FeedLimits.Raw)
        {
            result.Append(Capped(raw[..special]));
            raw = raw[special..];
            var taken = raw[0] == '&' ? AppendReference(raw, result) : AppendDeclaration(raw, result);
            raw = raw[taken..];
            special = raw.IndexOfAny('&', '<');
        }
        return result.Append(Capped(raw)).ToString().AsSpan();
    }

    private static ReadOnlySpan<char> Capped(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, FeedLimits.Raw)];

    /// <summary>What a reference stands for; null when it is none and the "&amp;" stands for itself.</summary>
    public string? Resolve(ReadOnlySpan<char> text, bool loose, out int length)
    {
        if (_declared.Count > 0)
        {
            var name = CharacterReferences.NameAt(text, out var closed);
            if (closed && _declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value))
            {
                length = name.Length + 2;
                _spent += value.Length;
                Bomb |= _spent > Budget;
                return Bomb ? "" : value;
            }
        }
        return CharacterReferences.Read(text, loose, out length);
    }

    private int AppendReference(ReadOnlySpan<char> raw, StringBuilder result)
    {
        if (Resolve(raw, loose: false, out var length) is { } value)
        {
            result.Append(value);
            return length;
        }
        result.Append('&');
        return 1;
    }

    private static int AppendDeclaration(ReadOnlySpan<char> raw, StringBuilder result)
    {
        var cdata = CDataLength(raw);
        if (cdata > 0)
        {
            result.Append(Capped(raw[9..(cdata - 3)]));
            return cdata;
        }
        if (raw.Length > 1 && (char.IsAsciiLetter(raw[1]) || raw[1] is '/' or '!' or '?' or '_'))
        {
            var mark = raw.StartsWith("<!--") ? "-->" : ">";
            var end = raw.IndexOf(mark, StringComparison.Ordinal);
            return end < 0 ? raw.Length : end + mark.Length;
        }
        result.Append('<');
        return 1;
    }

    /// <summary>Length of the CDATA section this begins with (XML 1.0 §2.7), else 0.</summary>
    private static int CDataLength(ReadOnlySpan<char> raw)
    {
        if (!raw.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            return 0;
        var end = raw[9..].IndexOf("]]>");
        return end < 0 ? 0 : 9 + end + 3;
    }

    private string Value(ReadOnlySpan<char> raw)
    {
        var value = new StringBuilder();
        for (var at = raw.IndexOf('&'); at >= 0; at = raw.IndexOf('&'))
        {
            value.Append(raw[..at]);
            raw = raw[at..];
            if (
                Resolve(raw, loose: false, out _) is null
                && CharacterReferences.NameAt(raw, out var closed) is var name
                && closed
            )
                _forward.Add(name.ToString());
            raw = raw[AppendReference(raw, value)..];
            if (value.Length > LongestValue)
                break;
        }
        Bomb |= value.Length + raw.Length > LongestValue;
        return Bomb ? "" : value.Append(raw).ToString();
    }

    private static string Token(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        var end = rest.IndexOfAny(Characters.TokenEnd);
        var token = end < 0 ? rest : rest[..end];
        rest = rest[token.Length..];
        return token.ToString();
    }
}

using System.Text;
using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries;

/// <summary>Names of character sets: where documents state them, and which table a name means (WHATWG Encoding §4.2, IANA).</summary>
internal static class CharsetLabels
{
    /// <summary>EBCDIC's reading of "&lt;?xm" (XML 1.0 appendix F.1).</summary>
    private static readonly byte[] EbcdicDeclaration = [0x4C, 0x6F, 0xA7, 0x94];

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The table for a label; null for an unknown name and for UTF-7, which nobody sends for good.</summary>
    public static Encoding? Resolve(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > 60)
            return null;
        return CharsetAliases.CodePage(label) is { } page ? Known(page) : Known(label.Trim());
    }

    /// <summary>The charset parameter of a Content-Type (RFC 9110 §8.3.2).</summary>
    public static string? InContentType(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var value = contentType.AsSpan(at + 7).TrimStart();
        if (!value.StartsWith("="))
            return null;
        value = value[1..].Trim();
        var end = value.IndexOf(';');
        return (end < 0 ? value : value[..end]).Trim("\"' ").ToString();
    }

    /// <summary>What the document says of itself: the XML declaration, or HTML's meta element.</summary>
    public static string? InDocument(ReadOnlySpan<byte> prolog)
    {
        var head = prolog.StartsWith(EbcdicDeclaration)
            ? Known(37)!.GetString(prolog)
            : Encoding.Latin1.GetString(prolog);
        var declaration = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (declaration >= 0 && head.IndexOf('>', declaration) is > 0 and var end)
            return After(head[declaration..end], "encoding");
        return head.Contains("<meta", StringComparison.OrdinalIgnoreCase) ? After(head, "charset") : null;
    }

    /// <summary>The parts of a body that are not ASCII, with the letters around them: what tells a guesser something.</summary>
    public static byte[] ForeignText(ReadOnlySpan<byte> body, int limit)
    {
        var sample = new List<byte>(Math.Min(body.Length, limit));
        var inTag = false;
        foreach (var b in body)
        {
            if (b is (byte)'<' or (byte)'>')
                inTag = b == '<';
            else if (!inTag || b >= 0x80)
                sample.Add(b);
            if (sample.Count >= limit)
                break;
        }
        return [.. sample];
    }

    private static string? After(string head, string key)
    {
        var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = head.AsSpan(at + key.Length).TrimStart();
        if (!value.StartsWith("="))
            return null;
        value = value[1..].TrimStart(" \t\r\n\"'");
        var end = value.IndexOfAny(Characters.LabelEnd);
        return (end < 0 ? value : value[..end]).ToString() is { Length: > 0 } label ? label : null;
    }

    private static Encoding? Known(int page)
    {
        if (page == 65001)
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException) // UTF-7 is the latter
        {
            return null;
        }
    }

    private static Encoding? Known(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.CodePage is 65000 ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException) // UTF-7 is the latter
        {
            return null;
        }
    }
}

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
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (
            string.IsNullOrEmpty(name)
            || name.Length > 40
            || name.Contains("utf-7", StringComparison.Ordinal)
            || name == "utf7"
        )
            return null;
        return name switch
        {
            "utf-8"
            or "utf8"
            or "unicode-1-1-utf-8"
            or "utf-16"
            or "utf-16le"
            or "utf-16be"
            or "utf-32"
            or "unicode"
            or "ucs-2" => Encoding.UTF8, // a wide encoding would have shown in the zero bytes
            "iso-8859-1"
            or "iso8859-1"
            or "latin1"
            or "latin-1"
            or "l1"
            or "cp1252"
            or "windows-1252"
            or "ascii"
            or "us-ascii"
            or "ansi"
            or "iso_8859-1"
            or "cp819"
            or "ibm819" => Windows1252,
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" or "euc-cn" or "gb18030" => Known("gb18030"),
            "ks_c_5601-1987" or "euc-kr" or "ks_c_5601" or "cp949" or "uhc" => Known("euc-kr"),
            "sjis" or "shift-jis" or "x-sjis" or "cp932" or "windows-31j" or "ms_kanji" => Known("shift_jis"),
            "big5-hkscs" or "big5hkscs" or "cn-big5" or "x-x-big5" => Known("big5"),
            "tis-620" or "iso-8859-11" => Known("windows-874"),
            "koi8r" or "koi" => Known("koi8-r"),
            "koi8u" => Known("koi8-u"),
            _ => Known(name) ?? Known(Numbered(name)),
        };
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
            ? Known("ibm037")!.GetString(prolog)
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

    /// <summary>"cp1026", "csIBM1026", "windows1251": the number says which table is meant.</summary>
    private static string Numbered(string name)
    {
        var digits = name.TrimStart("abcdefghijklmnopqrstuvwxyz-_ ".ToCharArray());
        if (digits.Length is not (3 or 4) || !digits.All(char.IsAsciiDigit))
            return name;
        return digits.Length == 4 && digits.StartsWith("125", StringComparison.Ordinal)
            ? "windows-" + digits
            : "ibm" + digits;
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

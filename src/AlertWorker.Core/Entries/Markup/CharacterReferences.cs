using System.Buffers;
using System.Globalization;
using AngleSharp.Html;

namespace AlertWorker.Entries.Markup;

/// <summary>
/// Character references of HTML (WHATWG HTML §13.5, the named ones) and XML (§4.1, the numeric ones). Numbers 128–159 mean
/// windows-1252 as browsers read them; numbers that are no character become U+FFFD.
/// </summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-"
    );

    /// <summary>
    /// Reads the reference <paramref name="text"/> begins with ("&amp;…"). <paramref name="loose"/> also takes the old names without
    /// a semicolon, as HTML text does. Returns null when it is none, else the characters and how much of the text they took.
    /// </summary>
    public static string? Read(ReadOnlySpan<char> text, bool loose, out int length)
    {
        length = 0;
        if (text.Length < 3)
            return null;
        return text[1] == '#' ? ReadNumber(text, out length) : ReadName(text, loose, out length);
    }

    /// <summary>The name between "&amp;" and ";", or empty when there is none.</summary>
    public static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text, out bool closed)
    {
        var rest = text.Slice(1, Math.Min(text.Length - 1, LongestName + 1));
        var end = rest.IndexOfAnyExcept(NameCharacters);
        closed = end >= 0 && rest[end] == ';';
        return end < 0 ? rest : rest[..end];
    }

    private static string? ReadNumber(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var hex = text[2] is 'x' or 'X';
        var digits = text[(hex ? 3 : 2)..];
        var count = 0;
        while (count < digits.Length && (hex ? char.IsAsciiHexDigit(digits[count]) : char.IsAsciiDigit(digits[count])))
            count++;
        if (count == 0)
            return null;
        length = (hex ? 3 : 2) + count;
        if (length < text.Length && text[length] == ';')
            length++;
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return count <= 10 && uint.TryParse(digits[..count], style, CultureInfo.InvariantCulture, out var code)
            ? Character(code)
            : "\ufffd";
    }

    private static string Character(uint code) =>
        code switch
        {
            >= 128 and <= 159 => Windows1252[(int)code - 128].ToString(),
            0 or >= 0xD800 and <= 0xDFFF or > 0x10FFFF => "\ufffd",
            _ => char.ConvertFromUtf32((int)code),
        };

    private static string? ReadName(ReadOnlySpan<char> text, bool loose, out int length)
    {
        var name = NameAt(text, out var closed);
        length = name.Length + 2;
        if (closed && name.Length > 0)
            return Common(name) ?? HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";"));
        length = name.Length + 1;
        if (!loose || name.Length < 2 || (length < text.Length && text[length] == '='))
            return null;
        return Common(name) ?? HtmlEntityProvider.Resolver.GetSymbol(name.ToString());
    }

    private static string? Common(ReadOnlySpan<char> name) =>
        name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "nbsp" => "\u00a0",
            "lang" => "\u2329", // HTML 4 and XHTML, whose entities feeds use; HTML 5 moved the name
            "rang" => "\u232a",
            _ => null,
        };
}

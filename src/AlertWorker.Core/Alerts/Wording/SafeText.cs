using System.Globalization;
using System.Text;

namespace AlertWorker.Alerts;

/// <summary>Text from outside made fit to be shown: one line, nothing invisible that moves or hides other text.</summary>
public static class SafeText
{
    /// <summary>Combining marks kept on one letter; Arabic and Indic scripts need up to four.</summary>
    private const int MostMarks = 4;

    /// <summary>One line without control characters, direction overrides and towers of combining marks; the words stay.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks || IsHidden(rune))
                continue;
            if (!IsBreak(rune, category))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().Trim();
    }

    /// <summary>A line that no mail reader takes for an encoded word (RFC 2047), so that a header is decoded once only.</summary>
    public static string HeaderLine(string text) => Line(text).Replace("=?", "= ?", StringComparison.Ordinal);

    /// <summary>The address when it is http or https, else null.</summary>
    public static string? Link(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo == ""
            ? uri.AbsoluteUri
            : null;

    /// <summary>True when the first letter with a direction is written from right to left.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune))
                return rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);
        return false;
    }

    private static bool IsHidden(Rune rune) =>
        rune.Value
            is 0x061C
                or 0x200B
                or 0x200E
                or 0x200F
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0xFEFF
                or 0xFFFD
                or (>= 0xE0000 and <= 0xE007F);

    private static bool IsBreak(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || Rune.IsWhiteSpace(rune);
}

using System.Globalization;
using System.Text;

namespace AlertWorker.Claims;

/// <summary>
/// Folds letters so that the same name is the same whatever keyboard, accent or presentation form it was written in:
/// NFKC, lower case, no diacritics on Latin, Greek, Cyrillic, Arabic and Hebrew letters, one form of the Arabic-script
/// letters that differ between Arabic, Persian, Urdu and Pashto, ASCII digits, no invisible characters.
/// </summary>
public static class TextFold
{
    private const char Remove = '\0';
    private const char Expand = '\uFFFF';
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private const string Apostrophes = "'\u2018\u2019\u02BC\u02B9`\u00B4\u05F3";

    private static readonly char[] Table = BuildTable();
    private static readonly Dictionary<char, string> Expansions = BuildExpansions();

    /// <summary>Folds a text, keeping for every folded character where it came from.</summary>
    public static FoldedText Fold(string text)
    {
        var chars = new char[text.Length + 16];
        var origin = new int[text.Length + 17];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var folded = Table[c];
            if (folded == Remove)
                continue;
            if (folded == '-')
                folded = JoinsWords(text, i) ? ' ' : '-';
            else if (folded == '\'')
            {
                if (IsCyrillic(Before(text, i)) && IsCyrillic(After(text, i)))
                    continue;
                folded = ' ';
            }

            if (folded == ' ' && length > 0 && chars[length - 1] is ' ' or '\n')
                continue;
            if (length + 20 > chars.Length)
                Grow(ref chars, ref origin);
            if (folded == Expand)
            {
                foreach (var part in Expansions.TryGetValue(c, out var parts) ? parts : FoldPair(text, i))
                    Append(chars, origin, ref length, part, i);
                i += char.IsSurrogatePair(text, i) ? 1 : 0;
                continue;
            }

            Append(chars, origin, ref length, folded, i);
        }

        origin[length] = text.Length;
        return new FoldedText(text, chars, origin, length);
    }

    /// <summary>Folds a name or cue, without keeping origins.</summary>
    public static string Text(string text) => Fold(text).ToString().Trim();

    private static void Append(char[] chars, int[] origin, ref int length, char c, int from)
    {
        chars[length] = c;
        origin[length++] = from;
    }

    private static void Grow(ref char[] chars, ref int[] origin)
    {
        Array.Resize(ref chars, chars.Length * 2);
        Array.Resize(ref origin, chars.Length + 1);
    }

    private static char Before(string text, int i) => i > 0 ? text[i - 1] : ' ';

    private static char After(string text, int i) => i + 1 < text.Length ? text[i + 1] : ' ';

    private static bool JoinsWords(string text, int i) =>
        char.IsLetterOrDigit(Before(text, i)) && char.IsLetterOrDigit(After(text, i));

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static string FoldPair(string text, int i)
    {
        if (!char.IsSurrogatePair(text, i))
            return " ";
        var normalized = text.Substring(i, 2).Normalize(NormalizationForm.FormKC);
        return normalized.Length == 1 && Table[normalized[0]] is var c and not (Remove or Expand) ? c.ToString() : " ";
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            table[c] =
                FoldOne((char)c) is var folded && folded.Length == 1 ? folded[0]
                : folded.Length == 0 ? Remove
                : Expand;
        return table;
    }

    private static Dictionary<char, string> BuildExpansions()
    {
        var expansions = new Dictionary<char, string>();
        for (var c = 0; c <= char.MaxValue; c++)
            if (Table[c] == Expand && !char.IsSurrogate((char)c))
                expansions[(char)c] = FoldOne((char)c);
        return expansions;
    }

    /// <summary>Empty: removed. Longer than one: expanded.</summary>
    private static string FoldOne(char c)
    {
        if (c == '\n')
            return "\n";
        if (char.IsSurrogate(c))
            return "??";
        if (c == '\u200C' || char.IsWhiteSpace(c))
            return " ";
        if (Dashes.Contains(c))
            return "-";
        if (Apostrophes.Contains(c))
            return "'";
        if (char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned)
            return " ";
        if (c is >= '\uAC00' and <= '\uD7A3')
            return c.ToString(); // Hangul syllables stay whole
        if (c < 128)
            return char.IsControl(c) ? "" : char.ToLowerInvariant(c).ToString();

        var result = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
            if (FoldPart(part) is { } folded and not Remove)
                result.Append(folded);
        return result.ToString();
    }

    private static char FoldPart(char part)
    {
        if (char.IsWhiteSpace(part))
            return ' ';
        var category = char.GetUnicodeCategory(part);
        if (category is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse)
            return Remove;
        if (category == UnicodeCategory.NonSpacingMark && IsDecoration(part))
            return Remove;
        if (category == UnicodeCategory.DecimalDigitNumber)
            return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(part));
        return Letter(char.ToLowerInvariant(part));
    }

    /// <summary>Marks that spelling leaves out at will; vowel signs of Indic and Thai script are letters and stay.</summary>
    private static bool IsDecoration(char mark) =>
        mark
            is >= '\u0300'
                and <= '\u036F' // Latin, Greek, Cyrillic
                or >= '\u0483'
                and <= '\u0487'
                or >= '\u0591'
                and <= '\u05C7' // Hebrew points
                or >= '\u0610'
                and <= '\u061A'
                or >= '\u064B'
                and <= '\u065F' // Arabic harakat
                or '\u0670'
                or >= '\u06D6'
                and <= '\u06ED'
                or '\u093C' // Devanagari nukta
                or '\u09BC' // Bengali nukta
                or >= '\uFE00'
                and <= '\uFE0F';

    private static char Letter(char c) =>
        c switch
        {
            '\u0640' => Remove, // tatweel
            'ي' or 'ى' or 'ې' or 'ۍ' or 'ے' or 'ۓ' or 'ئ' => 'ی',
            'ك' or 'ڪ' => 'ک',
            'ګ' => 'گ',
            'ة' or 'ہ' or 'ھ' or 'ە' or 'ۀ' or 'ۃ' => 'ه',
            'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
            'ؤ' => 'و',
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ß' => 's',
            'ґ' => 'г',
            '،' => ',',
            '؛' => ';',
            '؟' => '?',
            '۔' or '।' or '。' or '｡' or '։' => '.',
            '！' => '!',
            '，' or '、' => ',',
            '“' or '”' or '„' or '«' or '»' or '‹' or '›' or '"' or '「' or '」' or '『' or '』' => '"',
            _ => c,
        };
}

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
    // What the table says of characters that do not simply become another; folding leaves no private-use character.
    private const char Remove = '\uE000';
    private const char Expand = '\uE001';
    private const char Dash = '\uE002';
    private const char Apostrophe = '\uE003';

    /// <summary>No character is folded to more.</summary>
    private const int Spare = 24;

    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private const string Apostrophes = "'\u2018\u2019\u02BC\u02B9\u02BB`\u00B4\u05F3";

    private static readonly char[] Table = BuildTable();
    private static readonly Dictionary<char, string> Expansions = BuildExpansions();

    /// <summary>Folds a text.</summary>
    public static FoldedText Fold(string text)
    {
        var chars = GC.AllocateUninitializedArray<char>(text.Length + Spare);
        var length = Run(text, ref chars, null);
        return new FoldedText(text, chars, length);
    }

    /// <summary>For every character of the folded text its offset in the original, then the original's length.</summary>
    internal static int[] Origins(FoldedText folded)
    {
        var chars = new char[folded.Length + Spare];
        var origins = new int[folded.Length + Spare];
        Run(folded.Original, ref chars, origins);
        origins[folded.Length] = folded.Original.Length;
        return origins;
    }

    /// <summary>Folds a text into an array, which is replaced by a longer one when that is needed.</summary>
    /// <param name="origins">Long enough for the whole; null when nobody asks.</param>
    /// <returns>The number of characters.</returns>
    private static int Run(string text, ref char[] chars, int[]? origins)
    {
        var length = 0;
        var afterBlank = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var folded = Table[text[i]];
            if (folded is >= Remove and <= Apostrophe)
            {
                if (folded == Expand)
                {
                    if (length + (text.Length - i) + Spare > chars.Length)
                        Array.Resize(ref chars, chars.Length * 2);
                    foreach (var part in Expansions.TryGetValue(text[i], out var parts) ? parts : FoldPair(text, i))
                    {
                        chars[length] = part;
                        origins?[length] = i;
                        length++;
                    }

                    i += char.IsSurrogatePair(text, i) ? 1 : 0;
                    afterBlank = chars[length - 1] is ' ' or '\n' ? 1 : 0;
                    continue;
                }

                folded = InContext(folded, text, i);
                if (folded == Remove)
                    continue;
            }

            // Without a branch: of several blanks the first stays.
            chars[length] = folded;
            origins?[length] = i;
            var blank = folded == ' ' ? 1 : 0;
            length += 1 - (blank & afterBlank);
            afterBlank = blank | (folded == '\n' ? 1 : 0);
        }

        return length;
    }

    /// <summary>Folds a name or cue.</summary>
    public static string Text(string text) => Fold(text).ToString().Trim();

    /// <summary>Dashes and apostrophes join words or part them.</summary>
    private static char InContext(char folded, string text, int i) =>
        folded switch
        {
            Dash => JoinsWords(text, i) ? ' ' : '-',
            Apostrophe => IsCyrillic(Before(text, i)) && IsCyrillic(After(text, i)) ? Remove : ' ',
            _ => folded,
        };

    private static char Before(string text, int i) => i > 0 ? text[i - 1] : ' ';

    private static char After(string text, int i) => i + 1 < text.Length ? text[i + 1] : ' ';

    private static bool JoinsWords(string text, int i) => IsOfWord(Before(text, i)) && IsOfWord(After(text, i));

    /// <summary>Vowel signs count: "আনা-নেওয়া".</summary>
    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || Scripts.IsLetter(c);

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static string FoldPair(string text, int i)
    {
        if (!char.IsSurrogatePair(text, i))
            return " ";
        var normalized = text.Substring(i, 2).Normalize(NormalizationForm.FormKC);
        return normalized.Length == 1 && Table[normalized[0]] is var c and not (>= Remove and <= Apostrophe)
            ? c.ToString()
            : " ";
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            table[c] = FoldOne((char)c) switch
            {
                [] => Remove,
                ['-'] => Dash,
                ['\''] => Apostrophe,
                [var folded] => folded,
                _ => Expand,
            };
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

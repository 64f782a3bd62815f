using System.Collections.Immutable;
using System.Globalization;

namespace AlertWorker.Claims;

/// <summary>What the reader needs to know of scripts.</summary>
internal static class Scripts
{
    /// <summary>The scripts that are told apart; the first is none.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "",
        "Latin",
        "Greek",
        "Cyrillic",
        "Armenian",
        "Hebrew",
        "Arabic",
        "Devanagari",
        "Bengali",
        "Thai",
        "Lao",
        "Myanmar",
        "Georgian",
        "Khmer",
        "Han",
        "Hangul",
    ];

    private static readonly byte[] Numbers = BuildNumbers();
    private static readonly bool[] Letters = BuildLetters();
    private static readonly bool[] WordParts = [.. Letters.Select((letter, c) => letter || char.IsAsciiDigit((char)c))];

    /// <summary>Letters and the vowel signs that belong to them.</summary>
    public static bool IsLetter(char c) => Letters[c];

    /// <summary>Letters and ASCII digits (all digits are ASCII once folded).</summary>
    public static bool IsWordPart(char c) => WordParts[c];

    /// <summary>Han, kana, Thai, Lao, Khmer, Myanmar: words follow each other without a space.</summary>
    public static bool HasNoSpaces(char c) =>
        c
            is >= '\u0E00'
                and <= '\u0EFF'
                or >= '\u1000'
                and <= '\u109F'
                or >= '\u1780'
                and <= '\u17FF'
                or >= '\u3040'
                and <= '\u30FF'
                or >= '\u3400'
                and <= '\u9FFF'
                or >= '\uF900'
                and <= '\uFAFF';

    /// <summary>Name of the script a letter of either case belongs to, as lexicons write it; empty for what tells nothing.</summary>
    public static string NameOf(char c) => Names[NumberOf(c)];

    /// <summary>Place of that name in <see cref="Names"/>.</summary>
    public static int NumberOf(char c) => Numbers[c];

    private static byte[] BuildNumbers()
    {
        var numbers = new byte[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            numbers[c] = (byte)Names.IndexOf(ScriptOf(char.ToLowerInvariant((char)c)));
        return numbers;
    }

    private static string ScriptOf(char c) =>
        c switch
        {
            >= 'a' and <= 'z' or >= '\u00DF' and <= '\u024F' => "Latin",
            >= '\u0370' and <= '\u03FF' => "Greek",
            >= '\u0400' and <= '\u052F' => "Cyrillic",
            >= '\u0530' and <= '\u058F' => "Armenian",
            >= '\u0590' and <= '\u05FF' => "Hebrew",
            >= '\u0600' and <= '\u06FF' => "Arabic",
            >= '\u0900' and <= '\u097F' => "Devanagari",
            >= '\u0980' and <= '\u09FF' => "Bengali",
            >= '\u0E00' and <= '\u0E7F' => "Thai",
            >= '\u0E80' and <= '\u0EFF' => "Lao",
            >= '\u1000' and <= '\u109F' => "Myanmar",
            >= '\u10A0' and <= '\u10FF' => "Georgian",
            >= '\u1780' and <= '\u17FF' => "Khmer",
            >= '\u3040' and <= '\u9FFF' => "Han",
            >= '\uAC00' and <= '\uD7A3' => "Hangul",
            _ => "",
        };

    private static bool[] BuildLetters()
    {
        var letters = new bool[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            letters[c] =
                char.IsLetter((char)c)
                || char.GetUnicodeCategory((char)c)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark;
        return letters;
    }
}

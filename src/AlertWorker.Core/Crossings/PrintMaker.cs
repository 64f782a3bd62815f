using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>Makes and compares sketches of texts: runs of four words, long quotations, figures.</summary>
internal static class PrintMaker
{
    /// <summary>Most hashes a sketch holds.</summary>
    public const int SketchSize = 24;

    private const int Run = 4;
    private const int MostWords = 700;
    private const int LongestText = 4000;
    private const int QuoteWords = 6;
    private const uint Seed = 2166136261;

    /// <summary>What most letters of most texts are, looked up.</summary>
    private static readonly char[] Letters = [.. Enumerable.Range(0, 0x700).Select(c => LetterOf((char)c))];

    /// <summary>A sketch smaller than this says too little to call anything a copy.</summary>
    private const int TooSmall = 10;

    public static TextPrint Of(string? title, string text)
    {
        Span<uint> words = stackalloc uint[MostWords];
        var count = 0;
        var figures = Words(title, words, ref count) + Words(text, words, ref count);
        return new TextPrint
        {
            Sketch = SketchOf(words[..count]),
            Quotes = QuotesOf(text.AsSpan(0, Math.Min(text.Length, LongestText))),
            Figures = figures,
        };
    }

    /// <summary>Adds the hash of every word.</summary>
    /// <returns>A hash of all figures.</returns>
    private static uint Words(ReadOnlySpan<char> text, Span<uint> words, ref int count)
    {
        uint figures = 0;
        uint hash = Seed;
        var digits = true;
        for (var i = 0; i <= text.Length && count < words.Length; i++)
        {
            var letter = i < text.Length ? Letter(text[i]) : '\0';
            if (letter != '\0')
            {
                hash = (hash ^ letter) * 16777619;
                digits &= char.IsDigit(letter);
                continue;
            }
            if (hash != Seed)
            {
                words[count++] = hash;
                if (digits)
                    figures += hash * hash;
            }
            (hash, digits) = (Seed, true);
        }
        return figures;
    }

    /// <summary>A letter in lower case or a digit; NUL for anything else.</summary>
    private static char Letter(char c) => c < Letters.Length ? Letters[c] : LetterOf(c);

    private static char LetterOf(char c) => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';

    /// <summary>True when one text is the other again, or lives on the same quotation.</summary>
    /// <param name="same">Share of common runs from which two texts are one.</param>
    public static bool Alike(TextPrint one, TextPrint other, double same) =>
        Resemble(one, other, same) || one.Quotes.AsSpan().ContainsAny(other.Quotes.AsSpan());

    /// <summary>True when two texts have this share of their runs of words in common, 0 … 1; false for texts too short to say.</summary>
    public static bool Resemble(TextPrint one, TextPrint other, double same)
    {
        var a = one.Sketch.AsSpan();
        var b = other.Sketch.AsSpan();
        if (a.Length < TooSmall || b.Length < TooSmall)
            return false;
        // most texts have nothing in common: what cannot reach the share any more is given up
        var spare = (int)(SketchSize * (1 - same));
        int i = 0,
            j = 0,
            seen = 0,
            common = 0;
        while (i < a.Length && j < b.Length && seen < SketchSize && seen - common <= spare)
        {
            var (left, right) = (a[i], b[j]);
            seen++;
            common += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return (double)common / seen >= same;
    }

    /// <summary>The smallest hashes of all runs of words, ascending, each once.</summary>
    private static ImmutableArray<uint> SketchOf(ReadOnlySpan<uint> words)
    {
        Span<uint> smallest = stackalloc uint[SketchSize];
        var count = 0;
        for (var i = 0; i + Run <= words.Length; i++)
        {
            uint hash = Seed;
            foreach (var word in words.Slice(i, Run))
                hash = (hash ^ word) * 16777619;
            hash ^= hash >> 15;
            if (count == SketchSize && hash >= smallest[^1])
                continue;
            var at = smallest[..count].BinarySearch(hash);
            if (at >= 0)
                continue;
            count = Math.Min(count + 1, SketchSize);
            smallest[~at..(count - 1)].CopyTo(smallest[(~at + 1)..]);
            smallest[~at] = hash;
        }
        return [.. smallest[..count]];
    }

    private static ImmutableArray<uint> QuotesOf(ReadOnlySpan<char> text)
    {
        var quotes = new List<uint>(2);
        for (var open = text.IndexOfAny("\"“«"); open >= 0 && quotes.Count < 4; )
        {
            var rest = text[(open + 1)..];
            var close = rest.IndexOfAny("\"”»");
            if (close < 0)
                break;
            if (rest[..close].Count(' ') >= QuoteWords - 1)
                quotes.Add(Hash(rest[..close]));
            text = rest[(close + 1)..];
            open = text.IndexOfAny("\"“«");
        }
        return [.. quotes];
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = Seed;
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter))
                hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        return hash;
    }
}

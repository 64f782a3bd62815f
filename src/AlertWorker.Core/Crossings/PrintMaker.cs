using System.Runtime.InteropServices;

namespace AlertWorker.Crossings;

/// <summary>Makes and compares sketches of texts: runs of four words, long quotations, figures.</summary>
internal static class PrintMaker
{
    private const int Run = 4;
    private const int SketchSize = 24;
    private const int LongestText = 4000;
    private const int QuoteWords = 6;
    private const uint Seed = 2166136261;

    /// <summary>A sketch smaller than this says too little to call anything a copy.</summary>
    private const int TooSmall = 10;

    public static TextPrint Of(string text)
    {
        var words = new List<uint>(160);
        uint figures = 0;
        uint hash = Seed;
        var length = 0;
        var digits = true;
        var end = Math.Min(text.Length, LongestText);
        for (var i = 0; i <= end; i++)
        {
            if (i < end && char.IsLetterOrDigit(text[i]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[i])) * 16777619;
                digits &= char.IsDigit(text[i]);
                length++;
                continue;
            }
            if (length > 0)
            {
                words.Add(hash);
                if (digits)
                    figures += hash * hash;
            }
            (hash, length, digits) = (Seed, 0, true);
        }
        return new TextPrint
        {
            Sketch = SketchOf(CollectionsMarshal.AsSpan(words)),
            Quotes = QuotesOf(text.AsSpan(0, end)),
            Figures = figures,
        };
    }

    /// <summary>True when one text is the other again, or lives on the same quotation.</summary>
    /// <param name="same">Share of common runs from which two texts are one.</param>
    public static bool Alike(TextPrint one, TextPrint other, double same) =>
        one.Quotes.Any(other.Quotes.Contains) || Resemblance(one, other) >= same;

    /// <summary>Share of common runs of words, 0 … 1; 0 for texts too short to say.</summary>
    public static double Resemblance(TextPrint one, TextPrint other)
    {
        if (one.Sketch.Count < TooSmall || other.Sketch.Count < TooSmall)
            return 0;
        int i = 0,
            j = 0,
            seen = 0,
            common = 0;
        while (i < one.Sketch.Count && j < other.Sketch.Count && seen < SketchSize)
        {
            seen++;
            var (a, b) = (one.Sketch[i], other.Sketch[j]);
            if (a == b)
                common++;
            if (a <= b)
                i++;
            if (b <= a)
                j++;
        }
        return (double)common / seen;
    }

    private static uint[] SketchOf(ReadOnlySpan<uint> words)
    {
        var smallest = new SortedSet<uint>();
        for (var i = 0; i + Run <= words.Length; i++)
        {
            uint hash = Seed;
            foreach (var word in words.Slice(i, Run))
                hash = (hash ^ word) * 16777619;
            hash ^= hash >> 15;
            if (smallest.Count == SketchSize && hash >= smallest.Max)
                continue;
            smallest.Add(hash);
            if (smallest.Count > SketchSize)
                smallest.Remove(smallest.Max);
        }
        return [.. smallest];
    }

    private static uint[] QuotesOf(ReadOnlySpan<char> text)
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

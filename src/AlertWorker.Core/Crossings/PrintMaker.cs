using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>Makes the sketches of texts: runs of four words, long quotations, figures.</summary>
internal static class PrintMaker
{
    private const int MostWords = 700;
    private const int LongestText = 4000;
    private const int MostQuotes = 4;
    private const int QuoteWords = 6;
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Marks digits among <see cref="Letters"/>.</summary>
    private const int Digit = 1 << 16;

    /// <summary>What most letters of most texts are, looked up.</summary>
    private static readonly int[] Letters = [.. Enumerable.Range(0, 0x700).Select(c => LetterOf((char)c))];

    public static TextPrint Of(string? title, string text)
    {
        var runs = new RunHasher(stackalloc uint[RunSketch.Boxes]);
        var figures = Read(title, ref runs) + Read(text, ref runs);
        return new TextPrint
        {
            Runs = runs.Sketch,
            Quotes = QuotesOf(text.AsSpan(0, Math.Min(text.Length, LongestText))),
            Figures = figures,
        };
    }

    /// <summary>Hands over the hash of every word.</summary>
    /// <returns>A hash of all figures.</returns>
    private static uint Read(ReadOnlySpan<char> text, ref RunHasher runs)
    {
        uint figures = 0;
        for (var i = 0; i < text.Length && runs.Words < MostWords; i++)
        {
            var hash = Seed;
            var figure = Digit;
            for (; i < text.Length && Letter(text[i]) is var letter and not 0; i++)
            {
                hash = (hash ^ (uint)letter) * Prime;
                figure &= letter;
            }
            if (hash == Seed)
                continue;
            runs.Add(hash);
            if (figure != 0)
                figures += hash * hash;
        }
        return figures;
    }

    private static int Letter(char c) => c < Letters.Length ? Letters[c] : LetterOf(c);

    /// <summary>A letter in lower case, a digit with its mark, 0 for anything else.</summary>
    private static int LetterOf(char c) =>
        char.IsDigit(c) ? c | Digit
        : char.IsLetter(c) ? char.ToLowerInvariant(c)
        : 0;

    private static ImmutableArray<uint> QuotesOf(ReadOnlySpan<char> text)
    {
        Span<uint> quotes = stackalloc uint[MostQuotes];
        var count = 0;
        for (var open = text.IndexOfAny("\"“«"); open >= 0 && count < MostQuotes; )
        {
            var rest = text[(open + 1)..];
            var close = rest.IndexOfAny("\"”»");
            if (close < 0)
                break;
            if (rest[..close].Count(' ') >= QuoteWords - 1)
                quotes[count++] = Hash(rest[..close]);
            text = rest[(close + 1)..];
            open = text.IndexOfAny("\"“«");
        }
        return [.. quotes[..count]];
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
            if (Letter(c) is var letter and not 0)
                hash = (hash ^ (uint)letter) * Prime;
        return hash;
    }
}

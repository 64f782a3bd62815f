using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>A small sketch of a text, enough to recognise a copy, a near-copy or a shared quote.</summary>
public readonly record struct TextPrint
{
    private readonly ImmutableArray<uint> quotes;

    /// <summary>Which of 64 the quotations are: enough to see that two texts share none.</summary>
    private readonly ulong quoteBits;

    /// <summary>Sketch of its runs of words.</summary>
    public RunSketch Runs { get; init; }

    /// <summary>Hashes of its long quotations.</summary>
    public ImmutableArray<uint> Quotes
    {
        get => quotes.IsDefault ? [] : quotes;
        init
        {
            quotes = value;
            quoteBits = 0;
            foreach (var quote in Quotes)
                quoteBits |= 1UL << (int)(quote & 63);
        }
    }

    /// <summary>Hash of all figures in it: a notice with another date is another notice.</summary>
    public uint Figures { get; init; }

    /// <summary>True when one text is the other again, or lives on the same quotation.</summary>
    /// <param name="share">Share of common runs from which two texts are one.</param>
    public bool IsLike(TextPrint other, double share) => Runs.Resembles(other.Runs, share) || SharesQuote(other);

    private bool SharesQuote(TextPrint other) =>
        (quoteBits & other.quoteBits) != 0 && Quotes.AsSpan().ContainsAny(other.Quotes.AsSpan());
}

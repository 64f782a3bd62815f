using System.Numerics;

namespace AlertWorker.Crossings;

/// <summary>Which of 128 boxes the runs of a text fall into, and which of 64 its quotations: enough to see that two texts are no copies.</summary>
internal readonly record struct PrintMark
{
    /// <summary>Least share of common runs a copy has; the marks tell nothing of less.</summary>
    public const double LeastShare = 0.5;

    private const int MostStrange = (int)(PrintMaker.SketchSize * (1 - LeastShare));

    private readonly ulong low;
    private readonly ulong high;
    private readonly ulong quotes;
    private readonly bool full;

    public PrintMark(TextPrint print)
    {
        foreach (var run in print.Sketch)
            if ((run & 64) == 0)
                low |= 1UL << (int)(run & 63);
            else
                high |= 1UL << (int)(run & 63);
        foreach (var quote in print.Quotes)
            quotes |= 1UL << (int)(quote & 63);
        full = print.Sketch.Length == PrintMaker.SketchSize;
    }

    /// <summary>
    /// False only for texts that are no copies: of two full sketches with the least share in common, not more than
    /// that share of the runs of one is strange to the other, and a strange box holds at least one strange run.
    /// </summary>
    public bool MayBeLike(PrintMark other) =>
        !full
        || !other.full
        || (quotes & other.quotes) != 0
        || BitOperations.PopCount(low & ~other.low) + BitOperations.PopCount(high & ~other.high) <= MostStrange;
}

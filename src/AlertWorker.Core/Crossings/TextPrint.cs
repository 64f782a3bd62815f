using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>A small sketch of a text, enough to recognise a copy, a near-copy or a shared quote.</summary>
public sealed record TextPrint
{
    private PrintMark? mark;

    /// <summary>Smallest hashes of its runs of words, ascending.</summary>
    public ImmutableArray<uint> Sketch { get; init; } = [];

    /// <summary>Hashes of its long quotations.</summary>
    public ImmutableArray<uint> Quotes { get; init; } = [];

    /// <summary>Hash of all figures in it: a notice with another date is another notice.</summary>
    public uint Figures { get; init; }

    internal PrintMark Mark => mark ??= new PrintMark(this);
}

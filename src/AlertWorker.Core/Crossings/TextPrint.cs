using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>A small sketch of a text, enough to recognise a copy, a near-copy or a shared quote.</summary>
public sealed record TextPrint
{
    public string Family { get; init; } = "";

    public string EntryId { get; init; } = "";

    /// <summary>When the text was said to hold, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True for a text that says open, false for one that says worse; opposite stances are never merged.</summary>
    public bool Opens { get; init; }

    /// <summary>Smallest hashes of its runs of words, ascending.</summary>
    public ImmutableArray<uint> Sketch { get; init; } = [];

    /// <summary>Hashes of its long quotations.</summary>
    public ImmutableArray<uint> Quotes { get; init; } = [];

    /// <summary>Hash of all figures in it: a notice with another date is another notice.</summary>
    public uint Figures { get; init; }
}

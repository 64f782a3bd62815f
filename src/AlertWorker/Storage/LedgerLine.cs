using AlertWorker.Crossings;

namespace AlertWorker.Storage;

/// <summary>One line of the ledger as it is shown.</summary>
/// <param name="Number">Grows with every line written.</param>
/// <param name="Link">Address of the entry it rests on; null for a timer, or when the feed gave none.</param>
public sealed record LedgerLine(long Number, FoldStep Step, string? Link);

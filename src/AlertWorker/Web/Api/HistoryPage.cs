using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>A part of a crossing's ledger.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="Next">Address of the part before it; null when there is none.</param>
internal sealed record HistoryPage(
    string Crossing,
    DateTimeOffset? From,
    DateTimeOffset? To,
    IReadOnlyList<LedgerLine> Lines,
    string? Next
)
{
    /// <summary>The moment of which it is asked what was known; null when it is not.</summary>
    public DateTimeOffset? At { get; init; }
}

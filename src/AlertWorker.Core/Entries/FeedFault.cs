namespace AlertWorker.Entries;

/// <summary>Why a document is no answer.</summary>
/// <param name="Kind">For machines and for the state of the feed.</param>
/// <param name="Message">One sentence for the operator.</param>
public sealed record FeedFault(FeedFaultKind Kind, string Message);

namespace AlertWorker.Entries.Markup;

/// <summary>A document as <see cref="ElementReader"/> left it: the frame, and beside it the records (items, entries) in order.</summary>
/// <param name="Root">The root with everything in it except the records.</param>
/// <param name="Records">Complete records only; each knows its parent.</param>
/// <param name="Cut">The document broke off before its root was closed.</param>
/// <param name="TooDeep">Elements nested beyond the limit; reading stopped there.</param>
/// <param name="More">There were more records than are read.</param>
/// <param name="Crowded">There were more elements and attributes than are read.</param>
/// <param name="IllFormed">A tag did not match or an entity bomb was found: not XML by the letter.</param>
internal sealed record MarkupDocument(
    Element? Root,
    IReadOnlyList<Element> Records,
    bool Cut,
    bool TooDeep,
    bool More,
    bool Crowded,
    bool IllFormed
);

namespace AlertWorker.Claims;

/// <summary>A name of a crossing standing in a text.</summary>
/// <param name="Start">First character, in the folded text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Places">The crossings it can mean; never empty.</param>
/// <param name="NeedsContext">The name also means other things: it counts only where the text is about that border.</param>
/// <param name="Misspelled">Made out from a spelling no list gives.</param>
public sealed record Mention(
    int Start,
    int End,
    IReadOnlyList<Place> Places,
    bool NeedsContext,
    bool Misspelled = false
);

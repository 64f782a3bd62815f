namespace AlertWorker.Claims;

/// <summary>A name standing in a folded text.</summary>
/// <param name="Alias">Index of the name.</param>
/// <param name="Start">First character, folded.</param>
/// <param name="End">One past the last, an ending of declension included.</param>
/// <param name="Inflected">Some word of it stands in another form than in the list.</param>
public readonly record struct AliasHit(int Alias, int Start, int End, bool Inflected);

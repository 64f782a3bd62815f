using AlertWorker.Claims;

namespace AlertWorker.Feeds;

/// <summary>A story and what it says.</summary>
/// <param name="Story">The entry, with the text of its article where that was fetched.</param>
/// <param name="Claims">Everything it says of crossings: for the ledger.</param>
/// <param name="News">Those of the claims that its earlier text did not make: for the fold.</param>
public sealed record ReadStory(Story Story, IReadOnlyList<Testimony> Claims, IReadOnlyList<Testimony> News);

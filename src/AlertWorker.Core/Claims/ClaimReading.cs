namespace AlertWorker.Claims;

/// <summary>What reading one entry gave.</summary>
/// <param name="Language">ISO 639-1 code of the language it was read in; <c>und</c> when none was recognised.</param>
/// <param name="Claims">What it says of crossings, in the order of the text.</param>
/// <param name="Truncated">True when the text was over the cap and cut at a sentence.</param>
public sealed record ClaimReading(string Language, IReadOnlyList<Claim> Claims, bool Truncated);

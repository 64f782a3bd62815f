namespace AlertWorker.Claims;

/// <summary>Whether a name that begins at a position of the folded text may have an ending there.</summary>
/// <param name="start">First character of the name.</param>
/// <param name="ending">The letters by which it differs from the listed form.</param>
public delegate bool EndingFits(int start, ReadOnlySpan<char> ending);

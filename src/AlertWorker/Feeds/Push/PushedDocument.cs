namespace AlertWorker.Feeds;

/// <summary>A document a hub sent, its signature checked.</summary>
/// <param name="Feed">Id of the feed.</param>
/// <param name="Topic">The feed's address at the hub; relative links start there.</param>
/// <param name="Body">As sent.</param>
/// <param name="ContentType">The header it came with.</param>
public sealed record PushedDocument(string Feed, Uri Topic, ReadOnlyMemory<byte> Body, string? ContentType);

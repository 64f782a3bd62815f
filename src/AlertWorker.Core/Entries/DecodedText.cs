namespace AlertWorker.Entries;

/// <summary>A body as characters.</summary>
/// <param name="Text">The characters; undecodable bytes are U+FFFD.</param>
/// <param name="Encoding">IANA name of the character set used.</param>
/// <param name="Warning">What was wrong with the declared one; null when nothing.</param>
public sealed record DecodedText(string Text, string Encoding, string? Warning);

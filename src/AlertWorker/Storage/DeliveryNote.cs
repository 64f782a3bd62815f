namespace AlertWorker.Storage;

/// <summary>A message that is no alert: a notice, a person's word, a digest.</summary>
/// <param name="Title">First line, and subject of a mail.</param>
/// <param name="Body">The rest; lines parted by <c>\n</c>.</param>
public sealed record DeliveryNote(string Title, string Body);

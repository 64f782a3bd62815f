namespace AlertWorker.Storage;

/// <summary>A message that is no alert: a notice, a person's word, a digest.</summary>
/// <param name="Title">First line, and subject of a mail.</param>
/// <param name="Body">The rest; lines parted by <c>\n</c>.</param>
/// <param name="IsAskedFor">True for the answer to a wish: it goes even where no other message is wanted any more.</param>
public sealed record DeliveryNote(string Title, string Body, bool IsAskedFor = false);

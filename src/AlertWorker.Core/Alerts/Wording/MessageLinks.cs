namespace AlertWorker.Alerts;

/// <summary>Where a message can lead.</summary>
/// <param name="Evidence">Page with the whole alert and its evidence; null when there is no public page.</param>
/// <param name="Unsubscribe">Page that stops these messages; null when there is none.</param>
/// <param name="Bot">True where the reader can answer with commands.</param>
public sealed record MessageLinks(string? Evidence = null, string? Unsubscribe = null, bool Bot = false)
{
    public static MessageLinks None { get; } = new();
}

namespace AlertWorker.Channels;

/// <summary>A webhook's name leads where webhooks may not go.</summary>
public sealed class AddressRefusedException(string message) : IOException(message);

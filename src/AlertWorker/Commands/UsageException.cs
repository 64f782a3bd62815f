namespace AlertWorker.Commands;

/// <summary>The command was called in a way that cannot work; its message says how to call it. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

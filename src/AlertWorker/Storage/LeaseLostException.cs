namespace AlertWorker.Storage;

/// <summary>This node was away for so long that another one does its work now; what it was about to write is not written.</summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException(string message)
        : base(message) { }

    public LeaseLostException(string message, Exception because)
        : base(message, because) { }

    public LeaseLostException()
        : this("Another node has taken over.") { }
}

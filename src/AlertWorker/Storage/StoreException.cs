namespace AlertWorker.Storage;

/// <summary>The store cannot be used; the message tells an operator why and what to do.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message) { }

    public StoreException(string message, Exception because)
        : base(message, because) { }

    public StoreException()
        : this("The store cannot be used.") { }
}

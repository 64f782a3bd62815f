namespace AlertWorker.Configuration;

/// <summary>An address led inside: loopback, private, link-local, metadata.</summary>
public sealed class AddressRefusedException : IOException
{
    public AddressRefusedException(string message)
        : base(message) { }

    public AddressRefusedException()
        : this("The address is not on the public internet.") { }

    public AddressRefusedException(string message, Exception because)
        : base(message, because) { }
}

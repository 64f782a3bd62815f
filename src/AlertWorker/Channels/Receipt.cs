namespace AlertWorker.Channels;

/// <summary>What a channel answered to one message.</summary>
public abstract record Receipt
{
    private Receipt() { }

    /// <summary>Nothing was sent, since another node may have sent it: the store decides.</summary>
    public static Later NotOurs { get; } = new("was in hand for too long", TimeSpan.Zero, Tried: false);

    /// <summary>It arrived.</summary>
    /// <param name="Reference">The channel's own id of the message, for threads and edits; null when it has none.</param>
    /// <param name="Answer">The server's answer in words, for people.</param>
    public sealed record Sent(string? Reference = null, string? Answer = null) : Receipt;

    /// <summary>Not now.</summary>
    /// <param name="Why">In words, without secrets.</param>
    /// <param name="After">How long to wait at least; null leaves it to the back-off.</param>
    /// <param name="Tried">False when the message only waited for its turn: that is no failed try.</param>
    public sealed record Later(string Why, TimeSpan? After = null, bool Tried = true) : Receipt;

    /// <summary>Never.</summary>
    /// <param name="Why">In words, without secrets.</param>
    /// <param name="Retire">True when nothing will ever reach this address again.</param>
    /// <param name="Counts">True when several such refusals in a row retire the address.</param>
    public sealed record Refused(string Why, bool Retire = false, bool Counts = false) : Receipt;

    /// <summary>The address is another one now; the message is to be sent there.</summary>
    public sealed record Moved(string To) : Receipt;
}

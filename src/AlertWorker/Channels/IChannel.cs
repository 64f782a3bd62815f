namespace AlertWorker.Channels;

/// <summary>A way to reach people.</summary>
public interface IChannel
{
    /// <summary>Scheme of its addresses: <c>telegram</c>, <c>mailto</c>, <c>https</c>, <c>console</c>.</summary>
    string Scheme { get; }

    /// <summary>Most messages in flight at once.</summary>
    int Parallelism { get; }

    /// <summary>The lease under which only one node of a cluster sends at a time, because a budget is the cluster's; null when all may.</summary>
    string? Lease => null;

    /// <summary>Sends one message and says what became of it. Faults of the network are receipts, never exceptions.</summary>
    /// <exception cref="OperationCanceledException">The worker stops; nothing is known of the message.</exception>
    Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation);
}

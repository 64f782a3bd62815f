using AlertWorker.Alerts;

namespace AlertWorker.Storage;

/// <summary>What became of one try, to be written after the channel's answer.</summary>
public sealed record Settlement
{
    public required QueuedDelivery Queued { get; init; }

    /// <summary>When the answer came, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>sent</c>, <c>later</c>, <c>dead</c> or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The channel's own id of the message, when it was sent.</summary>
    public string? Reference { get; init; }

    /// <summary>What the channel answered, in words, without secrets.</summary>
    public string? Detail { get; init; }

    /// <summary>Earliest time of the next try, for <c>later</c>.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>False when nothing was tried: only a turn was waited for.</summary>
    public bool Tried { get; init; } = true;

    /// <summary>The address gets nothing more; <see cref="Detail"/> is the reason.</summary>
    public bool Retire { get; init; }

    /// <summary>The refusal counts towards retiring the address (mail: three in a row).</summary>
    public bool CountRefusal { get; init; }

    /// <summary>Where the address has moved to.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Messages that follow from it, queued in the same transaction.</summary>
    public IReadOnlyList<(Delivery Delivery, DeliveryNote Note)> Notices { get; init; } = [];
}

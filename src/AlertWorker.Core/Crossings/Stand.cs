using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>One state asserted of some flows by one side (or nobody in particular), with everybody who says so.</summary>
public sealed record Stand
{
    private Certainty? certainty;

    /// <summary>Number within its status; cells point to it.</summary>
    public required int Id { get; init; }

    public required Status Status { get; init; }

    /// <summary>Whose word it is: an ISO country of the crossing, or empty when nobody in particular is said to act.</summary>
    public required string Holder { get; init; }

    /// <summary>Event time of its beginning, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Time of its last refresh, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public string? Cause { get; init; }

    /// <summary>Said to end then; null when not said.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>False when only claims on the whole border support it.</summary>
    public bool Named { get; init; } = true;

    /// <summary>A claim on the whole border supports it.</summary>
    public bool Wide { get; init; }

    /// <summary>Scheduled, posted or a holiday: a state, never an incident.</summary>
    public bool Routine { get; init; }

    /// <summary>Passage for a closed circle only.</summary>
    public bool Exception { get; init; }

    /// <summary>A denial of a closure made it.</summary>
    public bool Denial { get; init; }

    /// <summary>Somebody said it turned so, rather than merely is so.</summary>
    public bool Turned { get; init; }

    /// <summary>Everybody who says so.</summary>
    public ImmutableArray<Support> Supports
    {
        get;
        init
        {
            field = value;
            certainty = null;
        }
    } = [];

    /// <summary>A state on one statement that takes no side.</summary>
    public static Stand Of(Status status, Support support) =>
        new()
        {
            Id = 0,
            Status = status,
            Holder = "",
            Since = support.At,
            AsOf = support.At,
            Supports = [support],
        };

    /// <summary>Certainty by domain.md §4.4, from who says so.</summary>
    public Certainty Certainty => certainty ??= Proof.Of(Supports, Holder);
}

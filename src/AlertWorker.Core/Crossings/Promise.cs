using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>An announced change that is watched: it begins, is kept, is moved, or is overdue.</summary>
public sealed record Promise
{
    /// <summary>Stable name: what and which day; what followers were told is remembered by it.</summary>
    public required string Key { get; init; }

    /// <summary>Closed or Restricted for an announced closure, Open for an announced opening.</summary>
    public required Status Target { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Only a day was given.</summary>
    public bool DayOnly { get; init; }

    /// <summary>No time was given, or none that was understood; <see cref="At"/> is when it is forgotten.</summary>
    public bool Vague { get; init; }

    /// <summary>The end of a closure, given together with its beginning; it is not announced by itself.</summary>
    public bool Implied { get; init; }

    public Scope Scope { get; init; }

    public Direction? Direction { get; init; }

    /// <summary>Side that is to act; empty when not said.</summary>
    public string Holder { get; init; } = "";

    public string? Cause { get; init; }

    /// <summary>Announced end of an announced closure.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool Named { get; init; } = true;

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset Made { get; init; }

    public required Support Support { get; init; }

    /// <summary>Only the end of a closure was said, not who will open when: it is given a working day more.</summary>
    public bool EndOnly { get; init; }

    /// <summary>It replaced another date.</summary>
    public bool Moved { get; init; }

    /// <summary>Its hour came and nothing was heard.</summary>
    public bool Overdue { get; init; }

    /// <summary>Somebody with authority says it will not be so.</summary>
    public Support? DeniedBy { get; init; }

    /// <summary>The time as the contract writes it.</summary>
    public Schedule Schedule => Vague ? Schedule.Future : Timed;

    private Schedule Timed =>
        new(
            At,
            DayOnly,
            DayOnly
                ? $"{At.UtcDateTime.AddHours(12):yyyy-MM-dd}"
                : At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        );
}

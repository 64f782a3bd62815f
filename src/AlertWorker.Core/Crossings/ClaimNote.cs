using System.Text.Json.Serialization;
using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>A testimony as the fold keeps it: the claim without the article.</summary>
public sealed record ClaimNote
{
    private Support? support;
    private DateTimeOffset? said;

    public required string EntryId { get; init; }

    public string? Link { get; init; }

    public required Claim Claim { get; init; }

    public required Source Source { get; init; }

    /// <summary>When what is said holds: event time for old events, else publication, never later than first seen, UTC.</summary>
    public required DateTimeOffset Order { get; init; }

    /// <summary>
    /// When it was said: as <see cref="Order"/>, but a plan that is read late is folded when it is read. Notes that were stored before the two
    /// were told apart have none of their own.
    /// </summary>
    public DateTimeOffset Said
    {
        get => said ?? Order;
        init => said = value;
    }

    /// <summary>When the event began, as far as said, UTC.</summary>
    public required DateTimeOffset Event { get; init; }

    /// <summary>When the entry was first seen, UTC.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Dated in the future, so its date was not believed.</summary>
    public bool Doubtful { get; init; }

    /// <summary>From an authority's own status system.</summary>
    public bool Structured { get; init; }

    /// <summary>Its clause stands in the headline, which is provisional.</summary>
    public bool InTitle { get; init; }

    /// <summary>The story tells of the border's opening, and by name that this crossing stays shut.</summary>
    public bool Apart { get; init; }

    /// <summary>The agency or outlet the story comes from.</summary>
    public required string Origin { get; init; }

    public required TextPrint Print { get; init; }

    /// <summary>It as a statement that a state can rest on.</summary>
    [JsonIgnore]
    public Support Support => support ??= Voices.SupportOf(this);

    /// <summary>Said of the whole border of a pair.</summary>
    [JsonIgnore]
    public bool BorderWide => Claim.Crossing.StartsWith("border:", StringComparison.Ordinal);
}

namespace AlertWorker.Claims;

/// <summary>Phrases that say the same of a crossing, in the same grammatical form.</summary>
public sealed record EventCues
{
    public required Change Change { get; init; }

    public required EventForm Form { get; init; }

    /// <summary>What must stand in the clause for the phrase to be about a crossing.</summary>
    public EventNeed Needs { get; init; } = EventNeed.Place;

    public Scope Scope { get; init; }

    /// <summary>Passage for a closed circle only: never a reopening.</summary>
    public bool Exception { get; init; }

    public required IReadOnlyList<string> Cues { get; init; }
}

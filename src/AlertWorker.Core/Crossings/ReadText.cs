namespace AlertWorker.Crossings;

/// <summary>A text a crossing remembers having read, to recognise who only retells it.</summary>
public sealed record ReadText
{
    public required string EntryId { get; init; }

    /// <summary>Publisher family.</summary>
    public required string Family { get; init; }

    /// <summary>The agency or outlet the story comes from.</summary>
    public required string Origin { get; init; }

    /// <summary>When what it says holds, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True for a text that says open, false for one that says worse; opposite stances are never merged.</summary>
    public bool Opens { get; init; }

    /// <summary>How strong its voice was; a stronger one with the same text is heard all the same.</summary>
    public int Strength { get; init; }

    public required TextPrint Print { get; init; }

    /// <summary>Came before a claim, in the order in which claims are folded.</summary>
    internal bool IsBefore(ClaimNote note) =>
        At < note.Order || (At == note.Order && string.CompareOrdinal(EntryId, note.EntryId) < 0);
}

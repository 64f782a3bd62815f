namespace AlertWorker.Claims;

/// <summary>What one entry says of one crossing. The contract's §4 object, with what folding needs besides.</summary>
public sealed record Claim
{
    /// <summary>A crossing's id, or <c>border:AF-PK</c> (ISO codes sorted) for every crossing of a pair.</summary>
    public required string Crossing { get; init; }

    /// <summary>The state said to hold now; null when nothing is said of the present.</summary>
    public Status? Status { get; init; }

    public Change Change { get; init; }

    /// <summary>An earlier state merely continues: "remains closed", "for the 13th day".</summary>
    public bool Ongoing { get; init; }

    /// <summary>When an announced change is to happen; null when the claim is of the present.</summary>
    public Schedule? Scheduled { get; init; }

    /// <summary>When the announced or present state is said to end ("until Friday 6 am"); null when not said.</summary>
    public DateTimeOffset? Until { get; init; }

    public Scope Scope { get; init; }

    /// <summary>The one direction of movement meant; null for both or not said.</summary>
    public Direction? Direction { get; init; }

    public Stance Stance { get; init; }

    /// <summary>Why, in the words of <see cref="Causes"/>; null when not said.</summary>
    public string? Cause { get; init; }

    public required Speaker Speaker { get; init; }

    public Certainty Certainty { get; init; }

    /// <summary>By itself a reason to tell somebody: asserted, of the present, about this crossing.</summary>
    public bool Alerting { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>ISO country of the side that is said to have acted ("Pakistan closed …"); null when not said.</summary>
    public string? ActingSide { get; init; }

    /// <summary>Passage for a closed circle only (stranded nationals, patients, trucks already in the queue): never a reopening.</summary>
    public bool Exception { get; init; }

    /// <summary>What the scope names is stopped altogether, also where the crossing as a whole is only restricted.</summary>
    public bool Barred { get; init; }

    /// <summary>A reopening for some goods only ("fruit and vegetables"): of what the scope names a part passes.</summary>
    public bool Partial { get; init; }

    /// <summary>When the event is said to have happened, in UTC; null when only the entry's own date is known.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>Names of the rules that decided, in the order they applied; for <c>explain</c>.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>A claim weighed: what it amounts to, for which flows, by whom and how strongly.</summary>
internal sealed record Saying
{
    public required ClaimNote Note { get; init; }

    public required SayingKind Kind { get; init; }

    /// <summary>State the flows of <see cref="Flows"/> are said to have.</summary>
    public Status Target { get; init; }

    /// <summary>Bits of the cells it is about.</summary>
    public int Flows { get; init; }

    /// <summary>Country of the crossing that is said to act, or whose official speaks; empty when neither is known.</summary>
    public required string Actor { get; init; }

    /// <summary>The acting side is said, not guessed from the speaker.</summary>
    public bool ActorSaid { get; init; }

    /// <summary>Why it is nothing.</summary>
    public FoldRule? Rule { get; init; }

    public bool Likely => Strength >= Proof.Likely;

    /// <summary>A state that merely goes on; who denies an opening says that the closure goes on.</summary>
    public bool Ongoing => Note.Claim.Ongoing || Kind == SayingKind.DeniesOpening;

    public Scope Scope => Note.Claim.Scope;

    public DateTimeOffset Order => Note.Order;

    /// <summary>The statement as a state rests on it.</summary>
    public required Support Support { get; init; }

    /// <summary>0 hearsay … 5 an authority's own system; 3 and more is likely by itself.</summary>
    public int Strength => Support.Strength;

    /// <summary>Country whose official speaks; null when no official does, empty when his country is not known.</summary>
    public string? OfficialOf => Support.OfficialOf;

    public bool Copies => Support.Copies;
}

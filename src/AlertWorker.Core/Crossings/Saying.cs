using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>A claim weighed: what it amounts to, for which flows, by whom and how strongly.</summary>
internal readonly record struct Saying
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

    /// <summary>0 hearsay … 5 an authority's own system; 3 and more is likely by itself.</summary>
    public required int Strength { get; init; }

    /// <summary>Country whose official speaks; null when no official does, empty when his country is not known.</summary>
    public string? OfficialOf { get; init; }

    /// <summary>Why it is nothing.</summary>
    public FoldRule? Rule { get; init; }

    public bool Likely => Strength >= Proof.Likely;

    public bool Copies => Note.Source.Tier == SourceTier.Aggregator;

    /// <summary>A state that merely goes on; who denies an opening says that the closure goes on.</summary>
    public bool Ongoing => Note.Claim.Ongoing || Kind == SayingKind.DeniesOpening;

    public Scope Scope => Note.Claim.Scope;

    public DateTimeOffset Order => Note.Order;

    public Support Support =>
        new()
        {
            EntryId = Note.EntryId,
            Text = Note.Claim.Evidence.Text,
            Speaker = Note.Claim.Speaker,
            Outlet = Note.Source.Name,
            Link = Note.Link,
            At = Note.Order,
            Family = Note.Source.Publisher.Length > 0 ? Note.Source.Publisher : Note.Source.Id,
            Origin = Note.Origin,
            Voice = VoiceOf(Note.Claim.Speaker),
            OfficialOf = OfficialOf,
            Strength = Strength,
            Copies = Copies,
        };

    /// <summary>Two papers that quote one commissioner have one voice; "officials" are nobody in particular.</summary>
    private static string? VoiceOf(Speaker speaker)
    {
        if (speaker.Name is { Length: > 0 } name)
            return name.ToUpperInvariant();
        return
            speaker is { Kind: SpeakerKind.Official, Role: { Length: > 0 } role }
            && !role.Contains("official", StringComparison.OrdinalIgnoreCase)
            ? $"{role.ToUpperInvariant()}/{speaker.Side}"
            : null;
    }
}

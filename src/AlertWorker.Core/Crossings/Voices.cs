using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Weighs who speaks (domain.md §4.1): high on their own side, low on the other's; unnamed sources come early and err often.</summary>
internal static class Voices
{
    /// <summary>A claim as a statement that a state can rest on.</summary>
    public static Support SupportOf(ClaimNote note)
    {
        var official = OfficialOf(note);
        return new Support
        {
            EntryId = note.EntryId,
            Text = note.Claim.Evidence.Text,
            Speaker = note.Claim.Speaker,
            Outlet = note.Source.Name,
            Link = note.Link,
            At = note.Said,
            Family = note.Source.Publisher.Length > 0 ? note.Source.Publisher : note.Source.Id,
            Origin = note.Origin,
            Voice = VoiceOf(note.Claim.Speaker),
            OfficialOf = official,
            Strength = StrengthOf(note, official),
            Copies = note.Source.Tier == SourceTier.Aggregator,
        };
    }

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

    /// <summary>Country of the official who speaks: his own, else that of the official source; null when none does.</summary>
    private static string? OfficialOf(ClaimNote note)
    {
        if (note.Structured)
            return note.Source.SpeaksFor ?? "";
        // an authority's own notice speaks for its side, whatever office on both sides of a gate is called
        if (note.Source is { Tier: SourceTier.Official, SpeaksFor: { } side })
            return side;
        if (note.Claim.Speaker.Kind == SpeakerKind.Official)
            return note.Claim.Speaker.Side ?? note.Source.SpeaksFor ?? "";
        return note.Source.Tier == SourceTier.Official ? note.Source.SpeaksFor ?? "" : null;
    }

    private static int StrengthOf(ClaimNote note, string? official)
    {
        if (note.Structured)
            return Proof.Structured;
        var speaker = note.Claim.Speaker.Kind;
        var own = official is { Length: > 0 } && (note.Claim.ActingSide ?? official) == official;
        var strength =
            official is not null ? (own ? 4 : 3)
            : speaker == SpeakerKind.Witness && note.Claim.Certainty >= Certainty.Likely ? 3
            : 2;
        if (note.Source.Tier is SourceTier.Aggregator or SourceTier.Field)
            return 1;
        return note.Claim.Certainty == Certainty.Possible && note.Source.Tier != SourceTier.Official
            ? Math.Min(strength, 2)
            : strength;
    }
}

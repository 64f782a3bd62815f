using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Adds a statement to those a state rests on, bounded, strongest kept.</summary>
internal static class Witnesses
{
    /// <summary>The supports with one more; <paramref name="added"/> tells whether it is an independent voice.</summary>
    public static ImmutableArray<Support> With(
        ImmutableArray<Support> supports,
        Support support,
        int most,
        out bool added
    )
    {
        added = !support.Copies;
        foreach (var known in supports)
        {
            if (Proof.Independent(known, support))
                continue;
            added = false;
            if (support.Strength <= known.Strength || support.Copies)
                continue;
            return supports.Remove(known).Add(support);
        }
        if (!added)
            return supports;
        if (supports.Length < most)
            return supports.Add(support);
        var weakest = supports.MinBy(known => known.Strength)!;
        added = weakest.Strength < support.Strength;
        return added ? supports.Remove(weakest).Add(support) : supports;
    }

    /// <summary>A stand refreshed by a statement that says the same.</summary>
    public static Stand Refresh(Stand stand, Saying saying, int most, out bool added)
    {
        var claim = saying.Note.Claim;
        var supports = With(stand.Supports, saying.Support, most, out added);
        return stand with
        {
            Supports = supports,
            AsOf = saying.Copies || saying.Order < stand.AsOf ? stand.AsOf : saying.Order,
            Cause = stand.Cause ?? (saying.Copies || claim.Cause == "unknown" ? null : claim.Cause),
            Named = stand.Named || !saying.Note.BorderWide,
            Wide = (stand.Wide && !saying.Note.Apart) || saying.Note.BorderWide,
            Routine = stand.Routine && (saying.Ongoing || claim.Cause is null or "holiday"),
        };
    }

    /// <summary>A new stand on the word of one statement.</summary>
    public static Stand Begin(Saying saying, Status status, DateTimeOffset since) =>
        new()
        {
            Id = 0,
            Status = status,
            Holder = saying.Actor,
            Since = since,
            AsOf = saying.Order,
            Cause = saying.Note.Claim.Cause is { } cause and not "unknown" ? cause : null,
            Named = !saying.Note.BorderWide,
            Wide = saying.Note.BorderWide,
            Routine = status > Status.Open && saying.Note.Claim.Cause == "holiday",
            Turned = saying.Note.Claim.Change == Change.Reopening,
            Supports = [saying.Support],
        };
}

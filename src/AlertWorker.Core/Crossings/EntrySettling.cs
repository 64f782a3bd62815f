using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Puts the claims of a poll in order, and settles what one story says of one crossing twice.</summary>
internal static class EntrySettling
{
    /// <summary>The notes to be folded, in order.</summary>
    /// <param name="overruled">Those whose own story tells of a newer event.</param>
    public static IReadOnlyList<ClaimNote> InOrder(
        IReadOnlyList<ClaimNote> notes,
        out IReadOnlyList<ClaimNote> overruled
    )
    {
        overruled = [];
        if (notes.Count == 1)
            return notes;
        var kept = notes.ToList();
        overruled = kept.FindAll(note => notes.Any(other => Overrules(other, note)));
        kept.RemoveAll(overruled.Contains);
        kept.Sort(Compare);
        return kept;
    }

    /// <summary>By event time; at one time the border before the crossing, then as in the text.</summary>
    public static int Compare(ClaimNote one, ClaimNote other)
    {
        var order = one.Order.CompareTo(other.Order);
        if (order == 0)
            order = other.BorderWide.CompareTo(one.BorderWide);
        if (order == 0)
            order = string.CompareOrdinal(one.EntryId, other.EntryId);
        if (order == 0)
            order = one.Claim.Evidence.Start.CompareTo(other.Claim.Evidence.Start);
        return order != 0 ? order : ((int)one.Claim.Stance).CompareTo((int)other.Claim.Stance);
    }

    /// <summary>
    /// In one story the newer event wins over "had been closed until then"; but a headline that opens is overruled
    /// by a body in which an official says that it stays closed.
    /// </summary>
    private static bool Overrules(ClaimNote winner, ClaimNote note)
    {
        var (a, b) = (winner.Claim, note.Claim);
        if (winner.EntryId != note.EntryId || ReferenceEquals(winner, note))
            return false;
        if (PromisesOpening(a) && b is { Stance: Stance.Denied, Change: Change.Closure })
            return true;
        if (!Opposite(a, b) || !Overlap(a, b))
            return false;
        var bodyOfficial = a.Ongoing && a.Speaker.Kind == SpeakerKind.Official && !winner.InTitle && note.InTitle;
        var officialDenies = b.Ongoing && b.Speaker.Kind == SpeakerKind.Official && !note.InTitle && winner.InTitle;
        return bodyOfficial || (!a.Ongoing && b.Ongoing && !officialDenies);
    }

    /// <summary>Who says that it will open does not say that it never closed.</summary>
    private static bool PromisesOpening(Claim claim) =>
        claim is { Stance: Stance.Planned, Change: Change.Reopening, Scheduled.At: not null };

    private static bool Opposite(Claim one, Claim other) =>
        one.Stance == Stance.Asserted
        && other.Stance == Stance.Asserted
        && one is { Scheduled: null, Status: not null }
        && other is { Scheduled: null, Status: not null }
        && (one.Status == Status.Open) != (other.Status == Status.Open);

    /// <summary>Different sides, scopes or directions are different statements.</summary>
    private static bool Overlap(Claim one, Claim other) =>
        (one.ActingSide is null || other.ActingSide is null || one.ActingSide == other.ActingSide)
        && (one.Scope == other.Scope || (one.Scope <= Scope.All && other.Scope <= Scope.All))
        && one.Direction == other.Direction;
}

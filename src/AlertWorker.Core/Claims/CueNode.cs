namespace AlertWorker.Claims;

/// <summary>A place between the words of cues: which cues are complete there, and what may follow. Equal places are one object.</summary>
/// <param name="Cues">Complete here.</param>
/// <param name="Ids">Numbers of the words that may follow, ascending.</param>
/// <param name="Next">Where each of them leads.</param>
/// <param name="AfterGap">Where the cue goes on after words of any kind.</param>
internal sealed record CueNode(Cue[] Cues, int[] Ids, CueNode[] Next, CueNode? AfterGap) : IEquatable<CueNode>
{
    private const int Few = 8;

    /// <summary>Whether no word may follow at once.</summary>
    public bool IsLast => Ids.Length == 0;

    /// <summary>Where a word leads; null where no cue has it here.</summary>
    public CueNode? After(int id)
    {
        var at = Ids.Length > Few ? Array.BinarySearch(Ids, id) : Array.IndexOf(Ids, id);
        return at < 0 ? null : Next[at];
    }

    /// <summary>Whether both end the same cues and go on to the same nodes.</summary>
    public bool Equals(CueNode? other) =>
        other is not null
        && ReferenceEquals(AfterGap, other.AfterGap)
        && Ids.AsSpan().SequenceEqual(other.Ids)
        && Cues.AsSpan().SequenceEqual(other.Cues)
        && Next.AsSpan().SequenceEqual(other.Next, ReferenceEqualityComparer.Instance);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var cue in Cues)
            hash.Add(cue.Group);
        foreach (var id in Ids)
            hash.Add(id);
        return hash.ToHashCode();
    }
}

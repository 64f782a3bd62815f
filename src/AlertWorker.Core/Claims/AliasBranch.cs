namespace AlertWorker.Claims;

/// <summary>What may follow the words of an alias read so far.</summary>
internal sealed class AliasBranch
{
    private Dictionary<ulong, List<(AliasWord Word, AliasBranch Branch)>>? edges;

    /// <summary>The alias that is complete here; -1 when none is.</summary>
    public int Alias { get; set; } = -1;

    public bool IsLeaf => edges is null;

    /// <summary>The words filed under an opening.</summary>
    public ReadOnlySpan<(AliasWord Word, AliasBranch Branch)> Next(ulong opening) =>
        edges is not null && edges.TryGetValue(opening, out var list)
            ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list)
            : [];

    /// <summary>The branch after a word, new or known.</summary>
    public AliasBranch Extend(AliasWord word, ulong opening)
    {
        edges ??= [];
        if (!edges.TryGetValue(opening, out var list))
            edges[opening] = list = new List<(AliasWord, AliasBranch)>(1);
        if (list.Find(edge => edge.Word == word).Branch is { } known)
            return known;
        var added = new AliasBranch();
        list.Add((word, added));
        return added;
    }
}

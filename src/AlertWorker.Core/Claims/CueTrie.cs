namespace AlertWorker.Claims;

/// <summary>
/// Grows the trie of a lexicon's cues. Cues with alternatives ("closed for [all|any] traffic") end alike in many places;
/// of such ends one is kept, which saves most of the memory.
/// </summary>
internal sealed class CueTrie
{
    /// <summary>Stands among the numbers of words for a gap.</summary>
    public const int Gap = 0;

    private readonly Branch root = new();

    /// <summary>Adds one word sequence of a cue.</summary>
    /// <param name="words">Numbers of its words, or <see cref="Gap"/>.</param>
    public void Add(IEnumerable<int> words, Cue meaning)
    {
        var branch = root;
        foreach (var word in words)
            branch = branch.Edges.TryGetValue(word, out var known) ? known : branch.Edges[word] = new Branch();
        if (!branch.Cues.Contains(meaning))
            branch.Cues.Add(meaning);
    }

    /// <summary>The finished trie, equal branches joined.</summary>
    public CueNode Finish() => Joined(root, []);

    private static CueNode Joined(Branch branch, Dictionary<CueNode, CueNode> known)
    {
        var follow = branch.Edges.Where(edge => edge.Key != Gap).OrderBy(edge => edge.Key).ToArray();
        var node = new CueNode(
            [.. branch.Cues],
            [.. follow.Select(edge => edge.Key)],
            [.. follow.Select(edge => Joined(edge.Value, known))],
            branch.Edges.TryGetValue(Gap, out var after) ? Joined(after, known) : null
        );
        return known.TryGetValue(node, out var same) ? same : known[node] = node;
    }

    private sealed class Branch
    {
        public Dictionary<int, Branch> Edges { get; } = new(1);

        public List<Cue> Cues { get; } = [];
    }
}

namespace AlertWorker.Claims;

/// <summary>
/// Grows the trie of a lexicon's cues. Cues with alternatives ("closed for [all|any] traffic") end alike in many places;
/// of such ends one is kept, which saves most of the memory.
/// </summary>
internal sealed class CueTrie
{
    /// <summary>Stands among the numbers of words for a gap.</summary>
    public const int Gap = 0;

    /// <summary>Number of every word that may stand between the words of a cue.</summary>
    public const int Filler = 1;

    /// <summary>Number of every word for "not".</summary>
    public const int Negation = 2;

    private readonly Branch root = new();

    /// <summary>Adds one word sequence of a cue.</summary>
    /// <param name="words">Numbers of its words, or <see cref="Gap"/>.</param>
    public void Add(IEnumerable<int> words, Cue meaning)
    {
        var branch = root;
        foreach (var word in words)
            branch = branch.Child(word);
        branch.Means(meaning);
    }

    /// <summary>The finished trie, equal branches joined.</summary>
    public CueNode Finish() => Joined(root, []);

    private static CueNode Joined(Branch branch, Dictionary<CueNode, CueNode> known)
    {
        var edges = branch.Edges().Where(edge => edge.Word != Gap).OrderBy(edge => edge.Word).ToArray();
        var node = new CueNode(
            branch.Cues,
            Array.ConvertAll(edges, edge => edge.Word),
            Array.ConvertAll(edges, edge => Joined(edge.Next, known)),
            branch.After(Gap) is { } after ? Joined(after, known) : null
        );
        return known.TryGetValue(node, out var same) ? same : known[node] = node;
    }

    /// <summary>Most branches end a cue or have a few words after them; there are hundreds of thousands, so they are kept small.</summary>
    private sealed class Branch
    {
        private const int Few = 8;

        private (int Word, Branch Next)[] few = [];
        private Dictionary<int, Branch>? many;

        public Cue[] Cues { get; private set; } = [];

        public IEnumerable<(int Word, Branch Next)> Edges() => many?.Select(edge => (edge.Key, edge.Value)) ?? few;

        public Branch? After(int word) =>
            many is not null ? many.GetValueOrDefault(word) : Array.Find(few, edge => edge.Word == word).Next;

        public Branch Child(int word)
        {
            if (After(word) is { } known)
                return known;
            var added = new Branch();
            if (many is null && few.Length < Few)
                few = [.. few, (word, added)];
            else
            {
                many ??= few.ToDictionary(edge => edge.Word, edge => edge.Next);
                few = [];
                many.Add(word, added);
            }

            return added;
        }

        public void Means(Cue cue)
        {
            if (!Cues.Contains(cue))
                Cues = [.. Cues, cue];
        }
    }
}

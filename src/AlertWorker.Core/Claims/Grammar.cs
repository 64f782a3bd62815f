using System.Runtime.InteropServices;

namespace AlertWorker.Claims;

/// <summary>A lexicon made ready for reading: all its cues in one word trie.</summary>
internal sealed class Grammar
{
    private static readonly List<int> None = [];

    private readonly Node root = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> listsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<(string Beginning, int Id)>> beginnings = [];
    private int nextId = 1;

    public Grammar(Lexicon lexicon)
    {
        Lexicon = lexicon;
        Affixes = new NameAffixes([lexicon]);
        Abbreviations = lexicon.Abbreviations.Select(TextFold.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, members) in lexicon.Lists)
            AddList(name, members);
        foreach (var events in lexicon.Events)
            Add(events.Cues, new Cue(CueKind.Event, events));
        foreach (var (cueClass, cues) in lexicon.Cues)
            Add(cues, new Cue(CueKind.Class, Class: cueClass));
        foreach (var (cause, cues) in lexicon.Causes)
            Add(cues, new Cue(CueKind.Cause, Name: cause));
        foreach (var (country, cues) in lexicon.Countries)
            Add(cues, new Cue(CueKind.Country, Name: country));
        AddNumbered(lexicon.Weekdays, CueKind.Weekday);
        AddNumbered(lexicon.Months, CueKind.Month);
        AddNumbered(lexicon.SolarMonths, CueKind.SolarMonth);
        foreach (var (word, value) in lexicon.Numbers)
            Add([word], new Cue(CueKind.Number, Number: value));
    }

    public Lexicon Lexicon { get; }

    /// <summary>What names may carry in this language.</summary>
    public NameAffixes Affixes { get; }

    public IReadOnlySet<string> Abbreviations { get; }

    /// <summary>Every cue in the tokens from <paramref name="first"/> up to <paramref name="end"/>, in the order of the text.</summary>
    public List<CueHit> Find(IReadOnlyList<Token> tokens, int first, int end)
    {
        var ids = new List<int>[end - first];
        for (var i = first; i < end; i++)
            ids[i - first] = IdsOf(tokens[i]);
        var stops = new bool[ids.Length];
        for (var i = 0; i < stops.Length; i++)
            stops[i] = tokens[first + i].Kind == TokenKind.Stop;
        var hits = new List<CueHit>();
        for (var i = 0; i < ids.Length; i++)
            if (ids[i].Count > 0)
                Walk(root, ids, stops, i, i, first, hits);
        return Longest(hits);
    }

    private static void Walk(Node node, List<int>[] ids, bool[] stops, int start, int at, int offset, List<CueHit> hits)
    {
        if (at >= ids.Length)
            return;
        foreach (var id in ids[at])
        {
            if (node.After(id) is not { } next)
                continue;
            foreach (var cue in next.Cues)
                hits.Add(new CueHit(start + offset, at + offset, cue));
            if (!next.IsLast)
                Walk(next, ids, stops, start, at + 1, offset, hits);
            if (next.AfterGap is { } resumed)
                for (var skip = 1; skip <= CuePattern.MaxGap + 1; skip++)
                {
                    Walk(resumed, ids, stops, start, at + skip, offset, hits);
                    if (at + skip < stops.Length && stops[at + skip])
                        break; // a gap does not reach over the end of a sentence
                }
        }
    }

    /// <summary>Of cues of one kind and class that overlap, the longest stays.</summary>
    private static List<CueHit> Longest(List<CueHit> hits)
    {
        hits.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        // What begins no later and is kept covers a hit when it ends no earlier; so the farthest end of each class is enough.
        var ends = new Dictionary<(CueKind, CueClass, string), int>();
        var kept = new List<CueHit>(hits.Count);
        foreach (var hit in hits)
        {
            ref var end = ref CollectionsMarshal.GetValueRefOrAddDefault(ends, ClassOf(hit.Cue), out var known);
            if (known && end >= hit.Last)
                continue;
            end = hit.Last;
            kept.Add(hit);
        }

        return kept;

        static (CueKind, CueClass, string) ClassOf(Cue cue) =>
            cue.Kind is CueKind.Class or CueKind.Cause ? (cue.Kind, cue.Class, cue.Name) : (cue.Kind, default, "");
    }

    private List<int> IdsOf(Token token)
    {
        if (!token.IsWordLike && token.Kind != TokenKind.Mark)
            return None;
        List<int>? ids = null;
        if (words.TryGetValue(token.Text, out var id))
            ids = [id];
        if (listsOf.TryGetValue(token.Text, out var lists))
            (ids ??= []).AddRange(lists);
        for (var letters = Math.Min(token.Text.Length, OpeningFilter.Longest); letters > 0; letters--)
            if (beginnings.TryGetValue(OpeningFilter.Key(token.Text.AsSpan(0, letters)), out var candidates))
                foreach (var (beginning, candidate) in candidates)
                    if (token.Text.StartsWith(beginning, StringComparison.Ordinal))
                        (ids ??= []).Add(candidate);
        return ids ?? None;
    }

    private void AddNumbered(IReadOnlyList<IReadOnlyList<string>> names, CueKind kind)
    {
        for (var i = 0; i < names.Count; i++)
            Add(names[i], new Cue(kind, Number: i + 1));
    }

    /// <summary>Files each word of a list under the list's own number, so that one edge of the trie stands for all of them.</summary>
    private void AddList(string name, IReadOnlyList<string> members)
    {
        var id = words[$"<{name}>"] = nextId++;
        foreach (var word in members.SelectMany(CuePattern.Expand))
            if (word is not [var only])
                throw new FormatException($"lists.{name}: '{string.Join(' ', word)}' is more than one word");
            else if (only.EndsWith('*'))
                FiledUnder(only[..^1]).Add((only[..^1], id));
            else
            {
                ref var lists = ref CollectionsMarshal.GetValueRefOrAddDefault(listsOf, only, out _);
                (lists ??= []).Add(id);
            }
    }

    private void Add(IEnumerable<string> cues, Cue meaning)
    {
        foreach (var cue in cues)
        foreach (var sequence in CuePattern.Expand(cue))
        {
            var node = root;
            foreach (var word in sequence)
                node = word == CuePattern.Gap ? node.AfterGap ??= new Node() : node.Child(IdFor(word));
            node.Means(meaning);
        }
    }

    private int IdFor(string word)
    {
        if (CuePattern.IsList(word) && !words.ContainsKey(word))
            throw new FormatException($"'{word}': the lexicon has no list of this name");
        if (!word.EndsWith('*'))
            return words.TryGetValue(word, out var known) ? known : words[word] = nextId++;
        var beginning = word[..^1];
        if (starts.TryGetValue(beginning, out var id))
            return id;
        FiledUnder(beginning).Add((beginning, nextId));
        return starts[beginning] = nextId++;
    }

    private List<(string Beginning, int Id)> FiledUnder(string beginning)
    {
        var opening = beginning.AsSpan(0, Math.Min(beginning.Length, OpeningFilter.Longest));
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(beginnings, OpeningFilter.Key(opening), out _);
        return list ??= [];
    }

    /// <summary>Most nodes end a cue: they take no room for what could follow.</summary>
    private sealed class Node
    {
        private Dictionary<int, Node>? next;
        private Cue[] cues = [];

        public Node? AfterGap { get; set; }

        public ReadOnlySpan<Cue> Cues => cues;

        public bool IsLast => next is null;

        public Node? After(int id) => next?.GetValueOrDefault(id);

        public Node Child(int id)
        {
            ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(next ??= [], id, out _);
            return node ??= new Node();
        }

        public void Means(Cue cue)
        {
            if (!cues.Contains(cue))
                cues = [.. cues, cue];
        }
    }
}

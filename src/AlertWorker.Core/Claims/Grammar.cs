using System.Runtime.InteropServices;

namespace AlertWorker.Claims;

/// <summary>A lexicon made ready for reading: all its cues in one word trie.</summary>
internal sealed class Grammar
{
    private readonly Node root = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> negations = new(StringComparer.Ordinal);
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
        foreach (var negation in lexicon.Cues.GetValueOrDefault(CueClass.Negation, []).SelectMany(CuePattern.Expand))
            if (negation is [var word])
                negations.Add(word);
        foreach (var ((cause, cues), number) in lexicon.Causes.Zip(Enumerable.Range(0, Cue.MostCauses)))
            Add(cues, new Cue(CueKind.Cause, Name: cause, Number: number));
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
        var line = new Line(end - first);
        for (var i = first; i < end; i++)
        {
            AddIds(tokens[i], line.Ids);
            line.EndWord(endsGap: tokens[i].Kind == TokenKind.Stop || negations.Contains(tokens[i].Text));
        }

        var hits = new List<CueHit>();
        for (var i = 0; i < line.Length; i++)
            Walk(root, line, new Step(i, i, 0), first, hits);
        return Longest(hits);
    }

    private static void Walk(Node node, Line line, Step step, int offset, List<CueHit> hits)
    {
        if (step.At >= line.Length)
            return;
        foreach (var id in line.IdsAt(step.At))
        {
            if (node.After(id) is not { } next)
                continue;
            foreach (var cue in next.Cues)
                hits.Add(new CueHit(step.Start + offset, step.At + offset, cue, step.Words + 1));
            if (!next.IsLast)
                Walk(next, line, step.To(step.At + 1), offset, hits);
            if (next.AfterGap is { } resumed)
                for (var at = step.At + 1; at <= step.At + CuePattern.MaxGap + 1; at++)
                {
                    Walk(resumed, line, step.To(at), offset, hits);
                    if (at < line.Length && line.EndsGap(at))
                        break;
                }
        }
    }

    /// <summary>Of cues of one kind and class that overlap, the longest stays; of equally long ones that with the most words of its own.</summary>
    private static List<CueHit> Longest(List<CueHit> hits)
    {
        hits.Sort(
            (a, b) =>
                a.First != b.First ? a.First.CompareTo(b.First)
                : a.Last != b.Last ? b.Last.CompareTo(a.Last)
                : b.Fixed.CompareTo(a.Fixed)
        );
        // What begins no later and is kept covers a hit when it ends no earlier; so the farthest end of each group is enough.
        Span<int> ends = stackalloc int[Cue.Groups];
        ends.Fill(-1);
        var kept = new List<CueHit>(hits.Count);
        foreach (var hit in hits)
        {
            ref var end = ref ends[hit.Cue.Group];
            if (end >= hit.Last)
                continue;
            end = hit.Last;
            kept.Add(hit);
        }

        return kept;
    }

    private void AddIds(Token token, List<int> ids)
    {
        if (!token.IsWordLike && token.Kind != TokenKind.Mark)
            return;
        if (words.TryGetValue(token.Text, out var id))
            ids.Add(id);
        if (listsOf.TryGetValue(token.Text, out var lists))
            ids.AddRange(lists);
        for (var letters = Math.Min(token.Text.Length, OpeningFilter.Longest); letters > 0; letters--)
            if (beginnings.TryGetValue(OpeningFilter.Key(token.Text.AsSpan(0, letters)), out var candidates))
                foreach (var (beginning, candidate) in candidates)
                    if (token.Text.StartsWith(beginning, StringComparison.Ordinal))
                        ids.Add(candidate);
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

    /// <summary>Where a comparison of a cue stands: its first word, the word to compare next, and how many are compared.</summary>
    private readonly record struct Step(int Start, int At, int Words)
    {
        public Step To(int at) => new(Start, at, Words + 1);
    }

    /// <summary>The numbers of the words of a line, word after word.</summary>
    private sealed class Line(int length)
    {
        private readonly int[] ends = new int[length + 1];
        private readonly bool[] gapEnds = new bool[length];

        public int Length { get; private set; }

        /// <summary>Filled for the word that <see cref="EndWord"/> ends.</summary>
        public List<int> Ids { get; } = new(length * 2);

        public ReadOnlySpan<int> IdsAt(int word) => CollectionsMarshal.AsSpan(Ids)[ends[word]..ends[word + 1]];

        /// <summary>A gap does not reach over the end of a sentence or a "not".</summary>
        public bool EndsGap(int word) => gapEnds[word];

        public void EndWord(bool endsGap)
        {
            gapEnds[Length++] = endsGap;
            ends[Length] = Ids.Count;
        }
    }

    /// <summary>Most nodes end a cue or have a few words after them; only the root has thousands.</summary>
    private sealed class Node
    {
        private const int Few = 8;

        private (int Id, Node Next)[] few = [];
        private Dictionary<int, Node>? many;
        private Cue[] cues = [];

        public Node? AfterGap { get; set; }

        public ReadOnlySpan<Cue> Cues => cues;

        public bool IsLast => few.Length == 0 && many is null;

        public Node? After(int id)
        {
            if (many is not null)
                return many.GetValueOrDefault(id);
            foreach (var (known, next) in few)
                if (known == id)
                    return next;
            return null;
        }

        public Node Child(int id)
        {
            if (After(id) is { } known)
                return known;
            var added = new Node();
            if (many is null && few.Length < Few)
                few = [.. few, (id, added)];
            else
            {
                many ??= few.ToDictionary(edge => edge.Id, edge => edge.Next);
                few = [];
                many.Add(id, added);
            }

            return added;
        }

        public void Means(Cue cue)
        {
            if (!cues.Contains(cue))
                cues = [.. cues, cue];
        }
    }
}

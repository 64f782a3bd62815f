using System.Runtime.InteropServices;

namespace AlertWorker.Claims;

/// <summary>A lexicon made ready for reading: all its cues in one word trie.</summary>
internal sealed class Grammar
{
    private readonly CueVocabulary vocabulary = new();
    private readonly CueNode?[] byFirstWord;

    public Grammar(Lexicon lexicon)
    {
        Lexicon = lexicon;
        Affixes = new NameAffixes([lexicon]);
        Abbreviations = lexicon.Abbreviations.Select(TextFold.Text).ToHashSet(StringComparer.Ordinal);
        vocabulary.Mark(CueTrie.Filler, lexicon.Fillers.Select(TextFold.Text));
        vocabulary.Mark(
            CueTrie.Negation,
            lexicon
                .Cues.GetValueOrDefault(CueClass.Negation, [])
                .SelectMany(CuePattern.Expand)
                .Where(words => words.Count == 1)
                .Select(words => words[0])
        );
        foreach (var (name, members) in lexicon.Lists)
            vocabulary.AddList(name, members);
        var trie = new CueTrie();
        foreach (var (meaning, cues) in Cues(lexicon))
        foreach (var sequence in cues.SelectMany(CuePattern.Expand))
            trie.Add(sequence.Select(vocabulary.IdFor), meaning);
        vocabulary.Finish();
        var root = trie.Finish();
        byFirstWord = new CueNode?[vocabulary.LastId + 1];
        foreach (var (id, next) in root.Ids.Zip(root.Next))
            byFirstWord[id] = next;
    }

    public Lexicon Lexicon { get; }

    /// <summary>What names may carry in this language.</summary>
    public NameAffixes Affixes { get; }

    public IReadOnlySet<string> Abbreviations { get; }

    /// <summary>Every cue in the tokens from <paramref name="first"/> up to <paramref name="end"/>, in the order of the text.</summary>
    public List<CueHit> Find(List<Token> tokens, int first, int end)
    {
        var line = new Line(end - first);
        for (var i = first; i < end; i++)
        {
            var token = tokens[i];
            if (token.IsWordLike || token.Kind == TokenKind.Mark)
                vocabulary.AddIds(token.Text, line.Ids);
            line.EndWord(isStop: token.Kind == TokenKind.Stop);
        }

        var hits = new List<CueHit>();
        for (var i = 0; i < line.Length; i++)
            foreach (var id in line.IdsAt(i))
                if (byFirstWord[id] is { } begun)
                    Enter(begun, line, new Step(i, i, 0), first, hits);
        return Longest(hits);
    }

    private static IEnumerable<(Cue Meaning, IEnumerable<string> Cues)> Cues(Lexicon lexicon)
    {
        foreach (var (events, number) in lexicon.Events.Select((events, i) => (events, i)))
            yield return (new Cue(CueKind.Event, events, Number: number), events.Cues);
        foreach (var (cueClass, cues) in lexicon.Cues)
            yield return (new Cue(CueKind.Class, Class: cueClass), cues);
        foreach (var ((cause, cues), number) in lexicon.Causes.Zip(Enumerable.Range(0, Cue.MostCauses)))
            yield return (new Cue(CueKind.Cause, Name: cause, Number: number), cues);
        foreach (var (country, cues) in lexicon.Countries)
            yield return (new Cue(CueKind.Country, Name: country), cues);
        foreach (var names in Numbered(lexicon.Weekdays, CueKind.Weekday))
            yield return names;
        foreach (var names in Numbered(lexicon.Months, CueKind.Month))
            yield return names;
        foreach (var names in Numbered(lexicon.SolarMonths, CueKind.SolarMonth))
            yield return names;
        foreach (var (word, value) in lexicon.Numbers)
            yield return (new Cue(CueKind.Number, Number: value), [word]);
    }

    private static IEnumerable<(Cue Meaning, IEnumerable<string> Cues)> Numbered(
        IReadOnlyList<IReadOnlyList<string>> names,
        CueKind kind
    ) => names.Select((name, i) => (new Cue(kind, Number: i + 1), name.AsEnumerable()));

    private static void Walk(CueNode node, Line line, Step step, int offset, List<CueHit> hits)
    {
        if (step.At >= line.Length)
            return;
        if (line.Has(step.At, CueTrie.Filler))
            Walk(node, line, step.Over(), offset, hits);
        foreach (var id in line.IdsAt(step.At))
            if (node.After(id) is { } next)
                Enter(next, line, step, offset, hits);
    }

    /// <summary>Goes on from the node to which the word at hand has led.</summary>
    private static void Enter(CueNode node, Line line, Step step, int offset, List<CueHit> hits)
    {
        foreach (var cue in node.Cues)
            hits.Add(new CueHit(step.Start + offset, step.At + offset, cue, step.Words + 1));
        if (!node.IsLast)
            Walk(node, line, step.To(step.At + 1), offset, hits);
        if (node.AfterGap is { } resumed)
            for (var at = step.At + 1; at <= step.At + CuePattern.MaxGap + 1; at++)
            {
                Walk(resumed, line, step.To(at), offset, hits);
                if (at < line.Length && line.EndsGap(at))
                    break;
            }
    }

    /// <summary>Of cues of one kind and class that overlap, the longest stays; of equally long ones that with the most words of its own, then the first listed.</summary>
    private static List<CueHit> Longest(List<CueHit> hits)
    {
        hits.Sort(
            (a, b) =>
                a.First != b.First ? a.First.CompareTo(b.First)
                : a.Last != b.Last ? b.Last.CompareTo(a.Last)
                : b.Fixed != a.Fixed ? b.Fixed.CompareTo(a.Fixed)
                : a.Cue.Number.CompareTo(b.Cue.Number)
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

    /// <summary>Where a comparison of a cue stands: its first word, the word to compare next, and how many are compared.</summary>
    private readonly record struct Step(int Start, int At, int Words)
    {
        public Step To(int at) => new(Start, at, Words + 1);

        /// <summary>Leaves a word out.</summary>
        public Step Over() => this with { At = At + 1 };
    }

    /// <summary>The numbers of the words of a line, word after word.</summary>
    private sealed class Line(int length)
    {
        private readonly int[] ends = new int[length + 1];
        private readonly bool[] stops = new bool[length];

        public int Length { get; private set; }

        /// <summary>Filled for the word that <see cref="EndWord"/> ends.</summary>
        public List<int> Ids { get; } = new(length * 2);

        public ReadOnlySpan<int> IdsAt(int word) => CollectionsMarshal.AsSpan(Ids)[ends[word]..ends[word + 1]];

        public bool Has(int word, int id) => IdsAt(word).Contains(id);

        /// <summary>A gap does not reach over the end of a sentence or a "not".</summary>
        public bool EndsGap(int word) => stops[word] || Has(word, CueTrie.Negation);

        public void EndWord(bool isStop)
        {
            stops[Length++] = isStop;
            ends[Length] = Ids.Count;
        }
    }
}

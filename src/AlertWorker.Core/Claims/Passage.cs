namespace AlertWorker.Claims;

/// <summary>A text taken apart: tokens, cues, clauses, sentences and the places it names.</summary>
internal sealed class Passage
{
    private readonly int[] clauseOf;

    public Passage(FoldedText text, List<Token> tokens, List<CueHit> hits, List<Clause> clauses)
    {
        Text = text;
        Tokens = tokens;
        Hits = hits;
        Clauses = clauses;
        clauseOf = new int[tokens.Count];
        for (var i = 0; i < clauses.Count; i++)
        for (var token = clauses[i].First; token < clauses[i].End; token++)
            clauseOf[token] = i;
        Words = tokens.Where(t => t.Kind == TokenKind.Word).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
    }

    public FoldedText Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>In the order of the text; cues inside idioms and site furniture are left out.</summary>
    public IReadOnlyList<CueHit> Hits { get; }

    public IReadOnlyList<Clause> Clauses { get; }

    public IReadOnlySet<string> Words { get; }

    public IReadOnlyList<Mentioned> Places { get; set; } = [];

    public Clause ClauseAt(int token) => Clauses[clauseOf[token]];

    public IEnumerable<Clause> SentenceOf(Clause clause) => Clauses.Where(other => other.Sentence == clause.Sentence);

    public IEnumerable<CueHit> In(Clause clause) => Hits.Where(clause.Holds);

    public IEnumerable<CueHit> InSentence(int sentence) => Hits.Where(hit => ClauseAt(hit.First).Sentence == sentence);

    public bool Has(Clause clause, CueClass cueClass) => Hits.Any(hit => hit.Is(cueClass) && clause.Holds(hit));

    public IEnumerable<Mentioned> PlacesIn(Clause clause) =>
        Places.Where(place => place.First >= clause.First && place.First < clause.End);

    /// <summary>Token that begins at or holds a folded offset.</summary>
    public int TokenAt(int offset)
    {
        int low = 0,
            high = Tokens.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

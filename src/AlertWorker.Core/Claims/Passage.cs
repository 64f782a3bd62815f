namespace AlertWorker.Claims;

/// <summary>A text taken apart: tokens, cues, clauses, sentences and the places it names.</summary>
internal sealed class Passage
{
    private const int LongestCue = 12;
    private const int LongestDateline = 10;
    private const int LongestWithAgency = 16;

    private readonly int[] clauseOf;
    private readonly int[] hitFrom;
    private readonly CueHit[] hits;
    private readonly (int First, int End)[] sentences;
    private readonly Lazy<IReadOnlySet<string>> words;

    public Passage(FoldedText text, List<Token> tokens, List<CueHit> hits, List<Clause> clauses)
    {
        Text = text;
        Tokens = tokens;
        Clauses = [.. clauses];
        this.hits = [.. hits];
        clauseOf = new int[tokens.Count];
        for (var i = 0; i < clauses.Count; i++)
        for (var token = clauses[i].First; token < clauses[i].End; token++)
            clauseOf[token] = i;
        hitFrom = HitIndex(this.hits, tokens.Count);
        sentences = SentenceIndex(clauses);
        words = new(() =>
            tokens.Where(t => t.Kind == TokenKind.Word).Select(t => t.Text).ToHashSet(StringComparer.Ordinal)
        );
    }

    public FoldedText Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>In the order of the text; cues inside idioms and site furniture are left out.</summary>
    public IReadOnlyList<CueHit> Hits => hits;

    public Clause[] Clauses { get; }

    public IReadOnlySet<string> Words => words.Value;

    public IReadOnlyList<Mentioned> Places { get; set; } = [];

    public Clause ClauseAt(int token) => Clauses[clauseOf[token]];

    public ArraySegment<Clause> SentenceOf(Clause clause) => ClausesOf(clause.Sentence);

    /// <summary>Cues that begin in a clause; a few reach beyond it.</summary>
    public ArraySegment<CueHit> In(Clause clause) => Between(clause.First, clause.End);

    public ArraySegment<CueHit> InSentence(int sentence) =>
        ClausesOf(sentence) is { Count: > 0 } clauses
            ? Between(clauses[0].First, clauses[^1].End)
            : ArraySegment<CueHit>.Empty;

    /// <summary>Cues that begin in a range of tokens; a range beyond the text is cut.</summary>
    public ArraySegment<CueHit> Between(int first, int end)
    {
        first = Math.Clamp(first, 0, Tokens.Count);
        end = Math.Clamp(end, first, Tokens.Count);
        return new ArraySegment<CueHit>(hits, hitFrom[first], hitFrom[end] - hitFrom[first]);
    }

    /// <summary>Cues that begin within a cue's greatest length before a token, or soon after it.</summary>
    public ArraySegment<CueHit> Around(int token) => Between(token - LongestCue, token + LongestCue);

    public bool Has(Clause clause, CueClass cueClass)
    {
        foreach (var hit in In(clause))
            if (hit.Is(cueClass))
                return true;
        return false;
    }

    /// <summary>Whether an event begins in a range of tokens.</summary>
    public bool HasEvent(int first, int end)
    {
        foreach (var hit in Between(first, end))
            if (hit.Cue.Kind == CueKind.Event)
                return true;
        return false;
    }

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

    public ArraySegment<Clause> ClausesOf(int sentence) =>
        sentence >= 0 && sentence < sentences.Length
            ? new ArraySegment<Clause>(
                Clauses,
                sentences[sentence].First,
                sentences[sentence].End - sentences[sentence].First
            )
            : ArraySegment<Clause>.Empty;

    /// <summary>The clause that opens the setting a clause belongs to: itself, or the one before when it only goes on ("when the port had limits and was closed twice").</summary>
    public Clause? SettingOf(Clause clause)
    {
        if (OpensWith(clause, CueClass.Setting))
            return clause;
        var before = SentenceOf(clause).LastOrDefault(c => c.First < clause.First);
        var goesOn = before is not null && !Has(clause, CueClass.Border) && !PlacesIn(clause).Any();
        return goesOn && OpensWith(before!, CueClass.Setting) ? before : null;
    }

    /// <summary>Whether a cue of the class stands at the very beginning of a clause.</summary>
    public bool OpensWith(Clause clause, CueClass cueClass)
    {
        foreach (var hit in Between(clause.First, clause.First + 1))
            if (hit.Is(cueClass))
                return true;
        return false;
    }

    /// <summary>The first token of a sentence.</summary>
    public int StartOf(int sentence) => ClausesOf(sentence) is { Count: > 0 } clauses ? clauses[0].First : 0;

    /// <summary>One past the last token of a sentence.</summary>
    public int EndOf(int sentence) => ClausesOf(sentence) is { Count: > 0 } clauses ? clauses[^1].End : 0;

    /// <summary>The first token of what a sentence says, after "BEIRUT:" or "KIEV, Ukraine (Agency) –" where it begins with a dateline.</summary>
    public int AfterDateline(int sentence)
    {
        if (ClausesOf(sentence) is not { Count: > 0 } clauses)
            return 0;
        var first = clauses[0].First;
        if (clauses[0].InTitle || (first > 0 && Tokens[first - 1].Text != "\n"))
            return first;
        for (var i = first + 1; i < Math.Min(first + LongestWithAgency, clauses[^1].End); i++)
            if (Tokens[i].Text is ":" or "-" && (i < first + LongestDateline || Tokens[i - 1].Text == ")"))
                return Between(first, i).Any(hit => hit.Cue.Kind == CueKind.Event || hit.Is(CueClass.Says))
                    ? first
                    : i + 1;
        return first;
    }

    private static int[] HitIndex(CueHit[] hits, int tokens)
    {
        var from = new int[tokens + 1];
        var next = 0;
        for (var token = 0; token <= tokens; token++)
        {
            while (next < hits.Length && hits[next].First < token)
                next++;
            from[token] = next;
        }

        return from;
    }

    private static (int First, int End)[] SentenceIndex(List<Clause> clauses)
    {
        var index = new (int First, int End)[clauses.Count == 0 ? 0 : clauses[^1].Sentence + 1];
        for (var i = 0; i < clauses.Count; i++)
            index[clauses[i].Sentence] = (
                index[clauses[i].Sentence].End == 0 ? i : index[clauses[i].Sentence].First,
                i + 1
            );
        return index;
    }
}

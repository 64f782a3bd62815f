namespace AlertWorker.Claims;

/// <summary>Finds the language of a piece of text: the script first, then letters of its own, then small words.</summary>
internal sealed class LanguageFinder
{
    private const int LettersRead = 1500;

    private readonly Dictionary<string, List<Candidate>> byScript = new(StringComparer.Ordinal);

    public LanguageFinder(IEnumerable<Grammar> grammars)
    {
        foreach (var grammar in grammars)
        {
            var script = grammar.Lexicon.Detect.Script;
            if (!byScript.TryGetValue(script, out var candidates))
                byScript[script] = candidates = [];
            candidates.Add(new Candidate(grammar));
        }
    }

    /// <summary>The language of <paramref name="text"/>; null when no lexicon has its script or none of its marks.</summary>
    public Grammar? Find(ReadOnlySpan<char> text)
    {
        if (MainScript(text) is not { } script || !byScript.TryGetValue(script, out var candidates))
            return null;
        if (candidates.Count == 1)
            return candidates[0].Grammar;

        var words = Words(text);
        Candidate? best = null;
        var bestScore = 0;
        foreach (var candidate in candidates)
            if (candidate.Score(words, text) is var score && score > bestScore)
                (best, bestScore) = (candidate, score);
        return best?.Grammar;
    }

    private static string? MainScript(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in text[..Math.Min(text.Length, LettersRead)])
            if (Scripts.NameOf(char.ToLowerInvariant(c)) is { Length: > 0 } script)
                counts[script] = counts.GetValueOrDefault(script) + (Scripts.HasNoSpaces(c) ? 3 : 1);
        return counts.Count == 0 ? null : counts.MaxBy(pair => pair.Value).Key;
    }

    private static List<string> Words(ReadOnlySpan<char> text) =>
        [
            .. Tokenizer
                .Read(TextFold.Fold(text[..Math.Min(text.Length, LettersRead)].ToString()))
                .Where(token => token.Kind == TokenKind.Word)
                .Select(token => token.Text),
        ];

    private sealed class Candidate(Grammar grammar)
    {
        private readonly HashSet<string> words = [.. grammar.Lexicon.Detect.Words.Select(TextFold.Text)];

        public Grammar Grammar => grammar;

        public int Score(List<string> textWords, ReadOnlySpan<char> text)
        {
            var score = 0;
            foreach (var word in textWords)
                score += words.Contains(word) ? 2 : 0;
            var letters = grammar.Lexicon.Detect.Letters;
            if (letters.Length > 0)
                foreach (var c in text[..Math.Min(text.Length, LettersRead)])
                    score += letters.Contains(char.ToLowerInvariant(c)) ? 2 : 0;
            return score;
        }
    }
}

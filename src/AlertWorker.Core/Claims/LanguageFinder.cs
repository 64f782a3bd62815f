namespace AlertWorker.Claims;

/// <summary>Finds the language of a piece of text: the script first, then letters of its own, then small words.</summary>
internal sealed class LanguageFinder
{
    private const int LettersRead = 1500;

    private readonly Dictionary<string, ScriptMarks> byScript = new(StringComparer.Ordinal);

    public LanguageFinder(IEnumerable<Lexicon> lexicons)
    {
        foreach (var group in lexicons.GroupBy(lexicon => lexicon.Detect.Script, StringComparer.Ordinal))
            byScript[group.Key] = new ScriptMarks([.. group]);
    }

    /// <summary>The language of a stretch of text; null when no lexicon has its script or none of its marks.</summary>
    /// <param name="original">The unfolded text.</param>
    /// <param name="tokens">Its words.</param>
    public Grammar? Find(ReadOnlySpan<char> original, ReadOnlySpan<Token> tokens)
    {
        original = original[..Math.Min(original.Length, LettersRead)];
        return MainScript(original) is { } script && byScript.TryGetValue(script, out var marks)
            ? marks.Best(original, tokens)
            : null;
    }

    private static string? MainScript(ReadOnlySpan<char> text)
    {
        string? best = null,
            current = null;
        int bestCount = 0,
            latin = 0;
        Dictionary<string, int>? counts = null;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
                continue;
            }

            if (c < 128 || Scripts.NameOf(char.ToLowerInvariant(c)) is not { Length: > 0 } script)
                continue;
            current = script;
            counts ??= new(StringComparer.Ordinal);
            counts[current] = counts.GetValueOrDefault(current) + (Scripts.HasNoSpaces(c) ? 3 : 1);
        }

        if (latin > 0)
            (best, bestCount) = ("Latin", latin + (counts?.GetValueOrDefault("Latin") ?? 0));
        if (counts is not null)
            foreach (var (script, count) in counts)
                if (count > bestCount)
                    (best, bestCount) = (script, count);
        return best;
    }

    /// <summary>The marks of all languages of one script, so that every word is looked up once.</summary>
    private sealed class ScriptMarks
    {
        // A language costs memory and start-up time only once a text is written in it.
        private readonly IReadOnlyList<Lazy<Grammar>> grammars;
        private readonly Dictionary<string, List<int>> words = new(StringComparer.Ordinal);
        private readonly Dictionary<char, List<int>> letters = [];

        public ScriptMarks(IReadOnlyList<Lexicon> lexicons)
        {
            grammars = [.. lexicons.Select(lexicon => new Lazy<Grammar>(() => new Grammar(lexicon)))];
            for (var i = 0; i < lexicons.Count; i++)
            {
                foreach (var word in lexicons[i].Detect.Words.Select(TextFold.Text).Distinct(StringComparer.Ordinal))
                    (words.TryGetValue(word, out var list) ? list : words[word] = []).Add(i);
                foreach (var letter in lexicons[i].Detect.Letters.Distinct())
                    (letters.TryGetValue(letter, out var list) ? list : letters[letter] = []).Add(i);
            }
        }

        public Grammar? Best(ReadOnlySpan<char> original, ReadOnlySpan<Token> tokens)
        {
            if (grammars.Count == 1)
                return grammars[0].Value;
            Span<int> scores = stackalloc int[grammars.Count];
            foreach (var token in tokens[..Math.Min(tokens.Length, LettersRead / 5)])
                if (token.Kind == TokenKind.Word && words.TryGetValue(token.Text, out var list))
                    foreach (var i in list)
                        scores[i]++;
            if (letters.Count > 0)
                foreach (var c in original)
                    if (c >= 128 && letters.TryGetValue(char.ToLowerInvariant(c), out var owners))
                        foreach (var i in owners)
                            scores[i]++;
            var best = -1;
            for (var i = 0; i < scores.Length; i++)
                if (scores[i] > 0 && (best < 0 || scores[i] > scores[best]))
                    best = i;
            return best < 0 ? null : grammars[best].Value;
        }
    }
}

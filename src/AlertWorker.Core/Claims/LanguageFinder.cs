using System.Buffers;
using System.Collections.Frozen;

namespace AlertWorker.Claims;

/// <summary>Finds the language of a piece of text: the script first, then letters of its own, then small words.</summary>
internal sealed class LanguageFinder
{
    private const int LettersRead = 400;
    private const int WordsRead = LettersRead / 5;

    private readonly ScriptMarks?[] byScript = new ScriptMarks?[Scripts.Names.Length];

    public LanguageFinder(IEnumerable<Lexicon> lexicons)
    {
        foreach (var group in lexicons.GroupBy(lexicon => lexicon.Detect.Script, StringComparer.Ordinal))
            if (Scripts.Names.IndexOf(group.Key) is > 0 and var script)
                byScript[script] = new ScriptMarks([.. group.OrderBy(lexicon => lexicon.Brief)]); // of two equal, the one known better
    }

    /// <summary>The language of a stretch of text; null when no lexicon has its script or none of its marks.</summary>
    /// <param name="original">The unfolded text.</param>
    /// <param name="folded">The same, folded.</param>
    public Grammar? Find(ReadOnlySpan<char> original, ReadOnlySpan<char> folded)
    {
        original = Beginning(original);
        return byScript[MainScript(original)]?.Best(original, folded);
    }

    /// <summary>Name of the script of a stretch of text; empty when it has no letters.</summary>
    public static string ScriptOf(ReadOnlySpan<char> original) => Scripts.Names[MainScript(Beginning(original))];

    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, LettersRead)];

    /// <summary>Number of the script most letters are of, signs that stand for syllables or words counting more.</summary>
    private static int MainScript(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.Names.Length];
        var current = 0;
        var run = 0;
        foreach (var c in text)
        {
            var script = Scripts.NumberOf(c);
            if (script == 0)
                continue;
            if (script != current)
            {
                counts[current] += run;
                (current, run) = (script, 0);
            }

            run += Scripts.HasNoSpaces(c) ? 3 : 1;
        }

        counts[current] += run;
        var best = 0;
        for (var script = 1; script < counts.Length; script++)
            if (counts[script] > counts[best])
                best = script;
        return best;
    }

    /// <summary>The marks of all languages of one script, so that every word is looked up once.</summary>
    private sealed class ScriptMarks
    {
        // A language costs memory and start-up time only once a text is written in it.
        private readonly IReadOnlyList<Lazy<Grammar>> grammars;
        private readonly FrozenDictionary<string, int[]> words;
        private readonly Dictionary<char, List<int>> letters = [];
        private readonly SearchValues<char> anyLetter;

        public ScriptMarks(IReadOnlyList<Lexicon> lexicons)
        {
            grammars = [.. lexicons.Select(lexicon => new Lazy<Grammar>(() => new Grammar(lexicon)))];
            words = lexicons
                .SelectMany((lexicon, i) => lexicon.Detect.Words.Select(word => (Word: TextFold.Text(word), i)))
                .Distinct()
                .GroupBy(item => item.Word, item => item.i, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
            for (var i = 0; i < lexicons.Count; i++)
                foreach (var letter in lexicons[i].Detect.Letters.Where(c => c >= 128).Distinct())
                    (letters.TryGetValue(letter, out var list) ? list : letters[letter] = []).Add(i);

            var bothCases = letters.Keys.Concat(letters.Keys.Select(char.ToUpperInvariant));
            anyLetter = SearchValues.Create([
                .. bothCases.Where(letter => letters.ContainsKey(char.ToLowerInvariant(letter))),
            ]);
        }

        public Grammar? Best(ReadOnlySpan<char> original, ReadOnlySpan<char> folded)
        {
            if (grammars.Count == 1)
                return grammars[0].Value;
            Span<int> scores = stackalloc int[grammars.Count];
            ScoreWords(folded, scores);
            for (var at = original.IndexOfAny(anyLetter); at >= 0; at = original.IndexOfAny(anyLetter))
            {
                foreach (var i in letters[char.ToLowerInvariant(original[at])])
                    scores[i]++;
                original = original[(at + 1)..];
            }

            var best = -1;
            for (var i = 0; i < scores.Length; i++)
                if (scores[i] > 0 && (best < 0 || scores[i] > scores[best]))
                    best = i;
            return best < 0 ? null : grammars[best].Value;
        }

        private void ScoreWords(ReadOnlySpan<char> folded, Span<int> scores)
        {
            var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int at = 0, read = 0; at < folded.Length && read < WordsRead; at++)
            {
                if (folded[at] == ' ')
                    continue;
                read++;
                var begin = at;
                while (at < folded.Length && Scripts.IsLetter(folded[at]))
                    at++;
                if (at > begin && lookup.TryGetValue(folded[begin..at], out var list))
                    foreach (var i in list)
                        scores[i]++;
            }
        }
    }
}

namespace AlertWorker.Claims;

/// <summary>
/// Finds names that are spelled in a way no list has ("Torkhum", "Chamman", "Haji Omaran"): transliterations agree in their
/// consonants and differ in vowels and doubled letters. Only capitalised Latin words are looked at, and what is found needs context.
/// </summary>
internal sealed class SpellingIndex
{
    private const int FewestConsonants = 3;
    private const int SureConsonants = 4;
    private const int SureLength = 6;
    private const int MostWords = 3;

    private readonly Dictionary<string, List<int>> bySkeleton = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> names;

    /// <param name="names">Folded names; the index of each is what <see cref="Find"/> gives back.</param>
    public SpellingIndex(IReadOnlyList<string> names)
    {
        this.names = names;
        for (var i = 0; i < names.Count; i++)
            if (Skeleton(names[i]) is { } skeleton)
                (bySkeleton.TryGetValue(skeleton, out var list) ? list : bySkeleton[skeleton] = []).Add(i);
    }

    /// <summary>Runs of capitalised words with the consonants of a name, and the names' indices.</summary>
    public IEnumerable<(int First, int Last, IReadOnlyList<int> Names)> Find(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].Capital || tokens[i].Text[0] is < 'a' or > 'z')
                continue;
            for (var words = MostWords; words > 0; words--)
            {
                if (i + words > tokens.Count || !tokens[i + words - 1].Capital)
                    continue;
                var run = string.Join(' ', tokens.Skip(i).Take(words).Select(token => token.Text));
                if (Skeleton(run) is { } skeleton && bySkeleton.TryGetValue(skeleton, out var alike))
                {
                    var near = alike.FindAll(name => IsNear(run, names[name], skeleton));
                    if (near.Count == 0)
                        continue;
                    yield return (i, i + words - 1, near);
                    break;
                }
            }
        }
    }

    /// <summary>Few consonants are no proof: then the length must be nearly the same too.</summary>
    private static bool IsNear(string run, string name, string skeleton) =>
        skeleton.Count(c => c != '*') >= SureConsonants
        || (run.Length >= SureLength && run[0] == name[0] && Math.Abs(run.Length - name.Length) <= 1);

    /// <summary>Consonants in order with one mark for every run of vowels; null for what is too short to be sure of.</summary>
    private static string? Skeleton(string name)
    {
        Span<char> skeleton = stackalloc char[Math.Min(name.Length, 40)];
        int length = 0,
            consonants = 0;
        foreach (var letter in name)
        {
            if (letter == ' ')
                continue;
            if (letter is < 'a' or > 'z' || length == skeleton.Length)
                return null;
            if (letter == 'h' && length > 0 && skeleton[length - 1] is 's' or 'c' or 'z')
                continue; // "Shalchininkai": sh, ch and zh are one consonant
            var c = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' ? '*' : letter;
            if (length > 0 && skeleton[length - 1] == c)
                continue;
            skeleton[length++] = c;
            consonants += c == '*' ? 0 : 1;
        }

        return consonants >= FewestConsonants ? skeleton[..length].ToString() : null;
    }
}

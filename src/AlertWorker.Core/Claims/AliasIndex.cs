namespace AlertWorker.Claims;

/// <summary>
/// Finds every alias in a folded text in one pass. Aliases are kept word by word in a trie whose branches are filed under the
/// first letters of the next word, so that at each word of the text only the few that begin alike are compared, and the cost
/// hardly grows with the number of aliases.
/// </summary>
public sealed class AliasIndex
{
    private const int HashSize = 1 << 16;
    private const int MaxEnding = 4;

    private readonly Branch root = new();
    private readonly Candidate[]?[] openings = new Candidate[HashSize][];
    private readonly string[] aliases;

    /// <param name="aliases">Folded names; those of fewer than two letters are never found.</param>
    public AliasIndex(IEnumerable<string> aliases)
    {
        this.aliases = [.. aliases];
        for (var i = 0; i < this.aliases.Length; i++)
        {
            if (this.aliases[i].Length < 2)
                continue;
            var branch = root;
            foreach (var word in this.aliases[i].Split(' '))
                branch = branch.Extend(word);
            branch.Alias = i;
        }

        foreach (var group in root.Next.GroupBy(candidate => Key(candidate.Word, 0)))
            openings[group.Key] = [.. group];
    }

    /// <summary>Every alias in the text, those inside longer ones included, in the order of their beginnings.</summary>
    public List<AliasHit> Find(ReadOnlySpan<char> text)
    {
        var hits = new List<AliasHit>();
        var insideWord = false;
        for (var i = 0; i < text.Length - 1; i++)
        {
            var c = text[i];
            var letter = Scripts.IsWordPart(c);
            // From Hebrew on, scripts write small words together with the name or use no spaces at all.
            if (letter && (!insideWord || c >= '\u0590') && openings[Key(text, i)] is { } candidates)
                foreach (var candidate in candidates)
                    Follow(candidate, text, i, i, inflected: false, null, hits);
            insideWord = letter;
        }

        return hits;
    }

    /// <summary>Whether an inflected hit only has endings that the language of the text uses.</summary>
    public bool EndingsFit(AliasHit hit, ReadOnlySpan<char> text, IReadOnlySet<string> endings)
    {
        var hits = new List<AliasHit>();
        foreach (var candidate in openings[Key(text, hit.Start)] ?? [])
            Follow(candidate, text, hit.Start, hit.Start, inflected: false, endings, hits);
        return hits.Exists(fit => fit.Alias == hit.Alias && fit.End == hit.End);
    }

    /// <summary>Up to three letters from a position on; two where words are not divided.</summary>
    private static int Key(ReadOnlySpan<char> text, int at)
    {
        var hash = text[at] * 0x9E3779B1u;
        if (at + 1 < text.Length && Scripts.IsWordPart(text[at + 1]))
        {
            hash = (hash ^ text[at + 1]) * 0x85EBCA6Bu;
            if (at + 2 < text.Length && Scripts.IsWordPart(text[at + 2]) && !Scripts.HasNoSpaces(text[at]))
                hash = (hash ^ text[at + 2]) * 0xC2B2AE35u;
        }

        return (int)(hash >> 16);
    }

    /// <summary>Compares one word, then what may follow it.</summary>
    private static void Follow(
        Candidate candidate,
        ReadOnlySpan<char> text,
        int start,
        int at,
        bool inflected,
        IReadOnlySet<string>? endings,
        List<AliasHit> hits
    )
    {
        var word = candidate.Word;
        var same = text[at..].CommonPrefixLength(word);
        var end = at + same;
        if (same < word.Length || ContinuesWord(text, end))
        {
            if (same < 3)
                return;
            while (ContinuesWord(text, end))
                end++;
            if (!IsInflection(word.Length, same, end - at - same))
                return;
            if (endings?.Contains(text[(at + same)..end].ToString()) == false)
                return;
            inflected = true;
        }

        var branch = candidate.Branch;
        if (branch.Alias >= 0)
            hits.Add(new AliasHit(branch.Alias, start, end, inflected));
        if (branch.Next.Count == 0 || end + 1 >= text.Length || text[end] != ' ')
            return;
        foreach (var next in branch.Next)
            if (next.Word[0] == text[end + 1])
                Follow(next, text, start, end + 1, inflected, endings, hits);
    }

    private static bool ContinuesWord(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Scripts.IsLetter(text[at]) && !Scripts.HasNoSpaces(text[at]);

    /// <summary>A word of four letters and more may lose up to two letters and take an ending.</summary>
    private static bool IsInflection(int length, int same, int ending) =>
        length >= 4 && ending <= MaxEnding && length - same <= (length >= 5 ? 2 : 1);

    private sealed record Candidate(string Word, Branch Branch);

    private sealed class Branch
    {
        public int Alias { get; set; } = -1;

        public List<Candidate> Next { get; } = [];

        public Branch Extend(string word)
        {
            if (Next.Find(candidate => candidate.Word == word) is { } known)
                return known.Branch;
            var added = new Branch();
            Next.Add(new Candidate(word, added));
            return added;
        }
    }
}

namespace AlertWorker.Claims;

/// <summary>
/// Finds every alias in a folded text in one pass: where a word can begin, its first letters are looked up in a hash table,
/// and only the few aliases that begin so are compared. The cost hardly grows with the number of aliases.
/// </summary>
public sealed class AliasIndex
{
    private const int HashSize = 1 << 16;
    private const int MaxEnding = 4;

    private readonly int[] heads = new int[HashSize];
    private readonly int[] nexts;
    private readonly string[] aliases;

    /// <param name="aliases">Folded names; those of fewer than two letters are never found.</param>
    public AliasIndex(IEnumerable<string> aliases)
    {
        this.aliases = [.. aliases];
        nexts = new int[this.aliases.Length];
        Array.Fill(heads, -1);
        for (var i = 0; i < this.aliases.Length; i++)
        {
            if (this.aliases[i].Length < 2)
                continue;
            ref var head = ref heads[Key(this.aliases[i], 0)];
            nexts[i] = head;
            head = i;
        }
    }

    /// <summary>Every alias in the text, those inside longer ones included, in the order of their beginnings.</summary>
    public List<AliasHit> Find(ReadOnlySpan<char> text)
    {
        var hits = new List<AliasHit>();
        var insideWord = false;
        for (var i = 0; i < text.Length - 1; i++)
        {
            var c = text[i];
            var letter = c < 128 ? char.IsAsciiLetterOrDigit(c) : Scripts.IsLetter(c);
            // From Hebrew on, scripts write small words together with the name or use no spaces at all.
            if (letter && (!insideWord || c >= '\u0590'))
                for (var alias = heads[Key(text, i)]; alias >= 0; alias = nexts[alias])
                    if (Match(aliases[alias], text, i, endings: null) is { End: > 0 } match)
                        hits.Add(new AliasHit(alias, i, match.End, match.Inflected));
            insideWord = letter;
        }

        return hits;
    }

    /// <summary>Whether an inflected hit only has endings that the language of the text uses.</summary>
    public bool EndingsFit(AliasHit hit, ReadOnlySpan<char> text, IReadOnlySet<string> endings) =>
        Match(aliases[hit.Alias], text, hit.Start, endings).End > 0;

    private static int Key(ReadOnlySpan<char> text, int at)
    {
        var hash = (uint)text[at] * 0x9E3779B1u;
        hash = (hash ^ text[at + 1]) * 0x85EBCA6Bu;
        if (at + 2 < text.Length && text[at + 1] != ' ')
            hash = (hash ^ text[at + 2]) * 0xC2B2AE35u;
        return (int)(hash >> 16);
    }

    /// <summary>Compares word by word; each word of four letters and more may lose up to two letters and take an ending.</summary>
    private static (int End, bool Inflected) Match(
        string alias,
        ReadOnlySpan<char> text,
        int at,
        IReadOnlySet<string>? endings
    )
    {
        var inflected = false;
        for (var begin = 0; begin < alias.Length; )
        {
            var end = alias.IndexOf(' ', begin);
            if (end < 0)
                end = alias.Length;
            var word = alias.AsSpan(begin, end - begin);
            var same = text[at..].CommonPrefixLength(word);
            if (same < word.Length || ContinuesWord(text, at + same))
            {
                var wordEnd = at + same;
                while (ContinuesWord(text, wordEnd))
                    wordEnd++;
                if (!IsInflection(word.Length, same, wordEnd - at - same))
                    return (0, false);
                if (endings?.Contains(text[(at + same)..wordEnd].ToString()) == false)
                    return (0, false);
                inflected = true;
                same = wordEnd - at;
            }

            at += same;
            begin = end + 1;
            if (begin < alias.Length && (at >= text.Length || text[at++] != ' '))
                return (0, false);
        }

        return (at, inflected);
    }

    private static bool ContinuesWord(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Scripts.IsLetter(text[at]) && !Scripts.HasNoSpaces(text[at]);

    private static bool IsInflection(int length, int same, int ending) =>
        length >= 4 && same >= 3 && ending <= MaxEnding && length - same <= (length >= 5 ? 2 : 1);
}

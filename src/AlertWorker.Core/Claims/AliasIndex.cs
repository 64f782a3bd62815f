namespace AlertWorker.Claims;

/// <summary>
/// Finds every alias in a folded text in one pass. Aliases are kept word by word in a trie whose edges are filed under the
/// letters that no form of the word lacks; a bit map of those letters passes over nearly every word of the text, so that the
/// cost hardly grows with the number of aliases.
/// </summary>
public sealed class AliasIndex
{
    private readonly AliasBranch root = new();
    private readonly OpeningFilter filter = new();

    /// <param name="names">Folded names, which may be inflected; those of fewer than two letters are never found.</param>
    /// <param name="phrases">Folded phrases that stand as they are, numbered after the names; <c>clos*</c> for any ending.</param>
    public AliasIndex(IEnumerable<string> names, IEnumerable<string>? phrases = null)
    {
        var alias = 0;
        foreach (var name in names)
            Add(name, alias++, isName: true);
        foreach (var phrase in phrases ?? [])
            Add(phrase, alias++, isName: false);
    }

    /// <summary>Every alias in the text, those inside longer ones included, in the order of their beginnings.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="endingFits">Whether an inflected name may have its ending; null: any.</param>
    public List<AliasHit> Find(ReadOnlySpan<char> text, EndingFits? endingFits = null)
    {
        List<AliasHit> hits = [];
        for (var at = filter.Next(text, 0); at >= 0; at = filter.Next(text, at + 1))
            Match(root, filter.Lengths(text, at), text, new Place(at, at, false), endingFits, hits);
        return hits;
    }

    /// <summary>Whether some alias in the text is what is looked for; the search ends there.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="endingFits">Whether an inflected name may have its ending.</param>
    /// <param name="wanted">Asked of every alias, in the order of their beginnings.</param>
    public bool Any(ReadOnlySpan<char> text, EndingFits endingFits, Predicate<AliasHit> wanted)
    {
        List<AliasHit> hits = [];
        for (var at = filter.Next(text, 0); at >= 0; at = filter.Next(text, at + 1))
        {
            Match(root, filter.Lengths(text, at), text, new Place(at, at, false), endingFits, hits);
            if (hits.Exists(wanted))
                return true;
            hits.Clear();
        }

        return false;
    }

    /// <summary>Whether an alias that was found stands there under a narrower rule for endings as well.</summary>
    public bool Stands(AliasHit hit, ReadOnlySpan<char> text, EndingFits endingFits)
    {
        List<AliasHit> hits = [];
        Match(root, filter.Lengths(text, hit.Start), text, new Place(hit.Start, hit.Start, false), endingFits, hits);
        return hits.Contains(hit);
    }

    private void Add(string alias, int number, bool isName)
    {
        if (alias.Length < 2)
            return;
        var branch = root;
        var words = Array.ConvertAll(alias.Split(' '), word => AliasWord.Of(word, isName));
        for (var i = 0; i < words.Length; i++)
        {
            var opening = Opening(words.AsSpan(i));
            if (i == 0)
                filter.Add(opening);
            branch = branch.Extend(words[i], OpeningFilter.Key(opening));
        }

        branch.Alias = number;
    }

    /// <summary>The letters with which every form begins; a short word has but one form, so that the next one's count too.</summary>
    private static string Opening(ReadOnlySpan<AliasWord> words)
    {
        var sure = words[0].Sure;
        if (words[0].IsInvariable && words.Length > 1)
            sure = $"{sure} {Opening(words[1..])}";
        foreach (var length in OpeningFilter.KeptLengths)
            if (sure.Length >= length)
                return sure[..length];
        return sure;
    }

    private static void Match(
        AliasBranch branch,
        OpeningLengths lengths,
        ReadOnlySpan<char> text,
        Place place,
        EndingFits? endingFits,
        List<AliasHit> hits
    )
    {
        foreach (var letters in OpeningFilter.KeptLengths)
            if (lengths.Has(letters) && place.At + letters <= text.Length)
                foreach (var (word, next) in branch.Next(OpeningFilter.Key(text.Slice(place.At, letters))))
                    Follow(word, next, text, place, endingFits, hits);
    }

    /// <summary>Compares one word, then what may follow it.</summary>
    private static void Follow(
        AliasWord word,
        AliasBranch branch,
        ReadOnlySpan<char> text,
        Place place,
        EndingFits? endingFits,
        List<AliasHit> hits
    )
    {
        var same = text[place.At..].CommonPrefixLength(word.Text);
        var end = place.At + same;
        var inflected = place.Inflected;
        if (same < word.Text.Length || ContinuesWord(text, end))
        {
            while (ContinuesWord(text, end))
                end++;
            var ending = text[(place.At + same)..end];
            if (!word.Takes(same, ending.Length))
                return;
            if (word.Form == WordForm.Name)
            {
                if (endingFits?.Invoke(place.Start, ending) == false)
                    return;
                inflected = true;
            }
        }

        if (branch.Alias >= 0)
            hits.Add(new AliasHit(branch.Alias, place.Start, end, inflected));
        if (!branch.IsLeaf && end + 1 < text.Length && text[end] == ' ')
            Match(branch, OpeningLengths.All, text, new Place(place.Start, end + 1, inflected), endingFits, hits);
    }

    private static bool ContinuesWord(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Scripts.IsLetter(text[at]) && !Scripts.HasNoSpaces(text[at]);

    /// <summary>Where a comparison stands: the alias's beginning, its next word, and whether a word before was inflected.</summary>
    private readonly record struct Place(int Start, int At, bool Inflected);
}

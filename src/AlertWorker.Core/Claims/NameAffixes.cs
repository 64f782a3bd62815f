namespace AlertWorker.Claims;

/// <summary>The endings and prefixes that names of places may carry in one language or several.</summary>
internal sealed class NameAffixes
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> endings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;

    /// <param name="lexicons">The languages; none for a script that no lexicon has.</param>
    public NameAffixes(IReadOnlyCollection<Lexicon> lexicons)
    {
        endings = Lookup(lexicons.SelectMany(lexicon => lexicon.NameEndings));
        prefixes = Lookup(lexicons.SelectMany(lexicon => lexicon.NamePrefixes));
    }

    /// <param name="ending">Folded.</param>
    public bool HasEnding(ReadOnlySpan<char> ending) => endings.Contains(ending);

    /// <param name="prefix">Folded; empty where a name begins its word.</param>
    public bool HasPrefix(ReadOnlySpan<char> prefix) => prefix.IsEmpty || prefixes.Contains(prefix);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> affixes) =>
        affixes.Select(TextFold.Text).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

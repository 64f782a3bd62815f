namespace AlertWorker.Claims;

/// <summary>
/// Spellings of a name that differ in spaces only. In Arabic script a space after a letter that does not join is a matter of
/// taste ("طورخم", "طور خم"), as is one between the parts of a name ("اسلام قلعه", "اسلامقلعه").
/// </summary>
internal static class NameSpacing
{
    private const string NonJoining = "ادذرڑزژو";
    private const int ShortestPart = 2;
    private const int ShortestSplit = 5;

    /// <summary>The folded name itself and its variants.</summary>
    public static IEnumerable<string> Variants(string name)
    {
        yield return name;
        if (name.Length < ShortestSplit || name[0] is < '\u0600' or > '\u06FF')
            yield break;
        if (name.Contains(' '))
        {
            if (name.Split(' ').Length == 2)
                yield return name.Replace(" ", "", StringComparison.Ordinal);
            yield break;
        }

        for (var i = ShortestPart - 1; i < name.Length - ShortestPart; i++)
            if (NonJoining.Contains(name[i]))
                yield return name.Insert(i + 1, " ");
    }
}

namespace AlertWorker.Claims;

public sealed class AliasIndexTests(ShippedReader shipped) : IClassFixture<ShippedReader>
{
    [Theory]
    [InlineData("torkham", "at torkham today", "torkham")]
    [InlineData("torkham", "atorkham today", null)] // inside a word
    [InlineData("torkham", "torkhama", "torkhama")] // declined
    [InlineData("астара", "в астаре", "астаре")] // a vowel lost
    [InlineData("mehran", "mehreren", null)] // a consonant is not lost
    [InlineData("la mesilla", "de la mesilla", "la mesilla")]
    [InlineData("la mesilla", "de la mesa", null)]
    [InlineData("معبر رفح", "بمعبر رفح", "معبر رفح")] // a small word written with the name
    [InlineData("友谊关", "在友谊关口岸", "友谊关")] // no spaces
    [InlineData("口岸", "在口岸", "口岸")]
    [InlineData("paso 2", "el paso 2", "paso 2")]
    public void A_name_is_found_where_it_stands(string name, string text, string? found)
    {
        var hits = new AliasIndex([name]).Find(text);

        Assert.Equal(found is null ? [] : [found], hits.Select(hit => text[hit.Start..hit.End]));
    }

    [Theory]
    [InlineData("clos*", "closures", true)]
    [InlineData("clos*", "enclose", false)]
    [InlineData("gate", "gates", false)]
    [InlineData("пункт* пропуска", "на пункте пропуска", true)]
    public void A_phrase_stands_as_it_is_or_with_any_ending(string phrase, string text, bool found) =>
        Assert.Equal(found, new AliasIndex([], [phrase]).Find(text).Count == 1);

    [Fact]
    public void Only_endings_that_fit_are_taken()
    {
        var index = new AliasIndex(["torkham"]);

        Assert.Empty(index.Find("torkhama", (_, _) => false));
        Assert.Single(index.Find("torkhama", (at, ending) => at == 0 && ending is "a"));
    }

    /// <summary>The filter leaves nothing out: the plain search for each name, one after the other, finds no more.</summary>
    [Fact]
    public void Nothing_is_missed_that_a_plain_search_finds()
    {
        string[] names =
        [
            .. shipped
                .Gazetteer.Places.SelectMany(place => place.Aliases.Values.SelectMany(list => list).Append(place.Name))
                .Select(TextFold.Text)
                .Where(name => char.IsLetter(name[0]) && char.IsLetter(name[^1]))
                .Distinct(StringComparer.Ordinal),
        ];
        var index = new AliasIndex(names);

        foreach (var (_, _, item) in ClaimCase.All())
        {
            var text = TextFold.Text($"{item.Title} {item.Text}");
            var hits = index.Find(text).Select(hit => (hit.Alias, hit.Start)).ToHashSet();
            for (var i = 0; i < names.Length; i++)
            for (var at = Next(text, names[i], 0); at >= 0; at = Next(text, names[i], at + 1))
                if (IsWhole(text, at, names[i].Length))
                    Assert.Contains((i, at), hits);
        }
    }

    private static int Next(string text, string name, int from) =>
        from >= text.Length ? -1 : text.IndexOf(name, from, StringComparison.Ordinal);

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || text[at - 1] == ' ') && (at + length == text.Length || text[at + length] == ' ');
}

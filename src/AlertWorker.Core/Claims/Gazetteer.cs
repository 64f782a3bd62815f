namespace AlertWorker.Claims;

/// <summary>Every name of every place, ready to be found in a text in one pass.</summary>
public sealed class Gazetteer
{
    private readonly AliasIndex index;
    private readonly SpellingIndex spellings;
    private readonly List<Name> names = [];
    private readonly Dictionary<string, Place> byId;
    private readonly ILookup<string, Place> byPair;
    private readonly ILookup<string, Place> byPort;

    public Gazetteer(IEnumerable<Place> places)
    {
        Places = [.. places];
        byId = Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        byPair = Places.ToLookup(PairOf, StringComparer.Ordinal);
        byPort = Places
            .SelectMany(place => place.CbpPortNumbers, (place, port) => (place, port))
            .ToLookup(x => x.port, x => x.place, StringComparer.Ordinal);

        var byName = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var place in Places)
        {
            var ambiguous = place.Ambiguous.Select(TextFold.Text).ToHashSet(StringComparer.Ordinal);
            var aliases = place.Aliases.Values.SelectMany(list => list).Concat(place.Ambiguous).Append(place.Name);
            foreach (
                var alias in aliases
                    .Select(TextFold.Text)
                    .SelectMany(NameSpacing.Variants)
                    .Distinct(StringComparer.Ordinal)
            )
            {
                if (!byName.TryGetValue(alias, out var name))
                    names.Add(byName[alias] = name = new Name(alias));
                name.Add(place, ambiguous.Contains(alias));
            }
        }

        AddBareNames(byName);
        string[] folded = [.. names.Select(name => name.Folded)];
        index = new AliasIndex(folded);
        spellings = new SpellingIndex(folded);
        Context = PlaceContext.Of(Places);
    }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>Words that speak for a place being meant: its posts, towns and provinces.</summary>
    internal PlaceContext Context { get; }

    public Place? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The crossings between two countries, in either order.</summary>
    public IEnumerable<Place> Between(string country, string other) => byPair[PairOf(country, other)];

    /// <summary>The crossings of a US port of entry.</summary>
    public IEnumerable<Place> OfPort(string portNumber) => byPort[portNumber];

    /// <summary>The crossings a name alone stands for, ambiguous ones left out.</summary>
    public IEnumerable<Place> Named(string name) =>
        names.Find(known => known.Folded == TextFold.Text(name)) is { NeedsContext: false } found ? found.Places : [];

    /// <summary>ISO codes sorted: <c>AF-PK</c>.</summary>
    public static string PairOf(string country, string other) =>
        string.CompareOrdinal(country, other) < 0 ? $"{country}-{other}" : $"{other}-{country}";

    /// <summary>Names in a folded text, longest first where they overlap.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="grammarAt">The language at a position: says which endings and prefixes a name may carry there.</param>
    internal List<Mention> Find(FoldedText text, Func<int, Grammar> grammarAt)
    {
        var mentions = new List<Mention>();
        var hits = index.Find(text.Span, (at, ending) => grammarAt(at).Affixes.HasEnding(ending));
        foreach (var hit in hits.OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End))
        {
            var name = names[hit.Alias];
            var prefix = Prefix(text.Span, hit.Start);
            if (!prefix.IsEmpty && !grammarAt(hit.Start).Affixes.HasPrefix(prefix))
                continue;
            if (mentions.Count > 0 && mentions[^1].End > hit.Start)
                continue; // inside a longer name
            mentions.Add(new Mention(hit.Start, hit.End, name.Places, name.NeedsContext));
        }

        return mentions;
    }

    /// <summary>Names in spellings of their own, where no listed name stands already.</summary>
    internal IEnumerable<Mention> FindMisspelled(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> listed) =>
        from run in spellings.Find(tokens)
        let start = tokens[run.First].Start
        let end = tokens[run.Last].End
        where
            run.Names.Any(i => !names[i].NeedsContext)
            && !listed.Any(mention => mention.Start < end && mention.End > start)
        select new Mention(
            start,
            end,
            [.. run.Names.Where(i => !names[i].NeedsContext).SelectMany(i => names[i].Places).Distinct()],
            NeedsContext: true,
            Misspelled: true
        );

    /// <summary>Every folded name once, and whether it also means other things or several crossings.</summary>
    internal IReadOnlyList<(string Folded, bool NeedsContext)> Names =>
        [.. names.Select(name => (name.Folded, name.NeedsContext))];

    /// <summary>The letters before a name in the same word; empty at the beginning of a word and where words are not divided.</summary>
    internal static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> text, int start)
    {
        if (Scripts.HasNoSpaces(text[start]))
            return [];
        var wordStart = start;
        while (wordStart > 0 && Scripts.IsLetter(text[wordStart - 1]) && !Scripts.HasNoSpaces(text[wordStart - 1]))
            wordStart--;
        return text[wordStart..start];
    }

    /// <summary>Bare names count only with context; a name of its own is left as it is.</summary>
    private void AddBareNames(Dictionary<string, Name> byName)
    {
        var bare = BareNames.Of([.. byName.Keys]);
        foreach (var name in names.ToList())
        foreach (
            var form in bare[name.Folded].Where(form => !byName.ContainsKey(form)).Distinct(StringComparer.Ordinal)
        )
        {
            var added = new Name(form);
            foreach (var place in name.Places)
                added.Add(place, isAmbiguous: true);
            byName[form] = added;
            names.Add(added);
        }
    }

    private static string PairOf(Place place) => PairOf(place.Countries[0], place.Countries[1]);

    private sealed class Name(string folded)
    {
        private readonly List<Place> places = [];
        private bool ambiguous;

        public string Folded => folded;

        public IReadOnlyList<Place> Places => places;

        public bool NeedsContext => ambiguous || places.Count > 1;

        public void Add(Place place, bool isAmbiguous)
        {
            places.Add(place);
            ambiguous |= isAmbiguous;
        }
    }
}

using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Reads what an entry says of crossings: names are found, clauses read, and each crossing's statements weighed.</summary>
public sealed class ClaimReader
{
    /// <summary>Longest text read, UTF-16 units (reliability.md §4); the rest is cut at a sentence.</summary>
    public const int MaxLength = 64 * 1024;

    private static readonly TimeSpan FarFuture = TimeSpan.FromHours(48);

    private readonly Gazetteer gazetteer;
    private readonly MentionResolver resolver;
    private readonly LanguageFinder languages;
    private readonly Grammar unknown = new(Nothing);
    private readonly Sieve sieve;

    /// <param name="gazetteer">The crossings.</param>
    /// <param name="lexicons">The languages.</param>
    public ClaimReader(Gazetteer gazetteer, IReadOnlyList<Lexicon> lexicons)
    {
        this.gazetteer = gazetteer;
        resolver = new MentionResolver(gazetteer);
        languages = new LanguageFinder(lexicons);
        sieve = new Sieve(gazetteer.Names, lexicons);
    }

    private static Lexicon Nothing { get; } =
        new()
        {
            Language = "und",
            Name = "none",
            Detect = new LanguageMarks { Script = "" },
        };

    /// <summary>Whether a text may speak of a crossing or of a country's border: a cheap question asked of every entry.</summary>
    public bool Concerns(string text) =>
        TextFold.Fold(text) is var folded
        && sieve.Concerns(folded, new TextLanguages(text, folded, languages, unknown), countryKnown: false)
            == Concern.Places;

    /// <summary>Reads one entry.</summary>
    /// <param name="entry">The entry; its published time anchors "today" and "tomorrow".</param>
    /// <param name="source">Who publishes it: its tier, side and time zone weigh in.</param>
    /// <param name="firstSeen">Stands in for a missing, absurd or future date, UTC.</param>
    /// <param name="dated">False when neither the entry nor <paramref name="firstSeen"/> tells of its day: then no date is taken for past.</param>
    public ClaimReading Read(Entry entry, Source source, DateTimeOffset firstSeen, bool dated = true)
    {
        var (original, truncated) = Whole(entry);
        var reported = entry.Readings.Count > 0 ? PostClaims.Of(entry, gazetteer, original) : [];
        var study = Study(original, entry, source, (Anchor(entry, firstSeen), dated));
        return study is null
            ? new ClaimReading("und", reported, truncated)
            : new ClaimReading(study.Language, [.. reported, .. Claims(study)], truncated);
    }

    /// <summary>What was seen in one entry, clause by clause, and by which rules it was read; the parameters are those of <see cref="Read"/>.</summary>
    public ReadingTrace Trace(Entry entry, Source source, DateTimeOffset firstSeen, bool dated = true)
    {
        var original = Whole(entry).Text;
        return Study(original, entry, source, (Anchor(entry, firstSeen), dated)) is { } study
            ? ReadingTrace.Of(study, original)
            : ReadingTrace.Nothing;
    }

    /// <summary>Takes a text apart; null when it has nothing of a crossing.</summary>
    private Study? Study(string original, Entry entry, Source source, (DateTimeOffset Published, bool Dated) anchor)
    {
        var text = TextFold.Fold(original);
        var spoken = new TextLanguages(original, text, languages, unknown);
        var concern = sieve.Concerns(text, spoken, countryKnown: source.SpeaksFor is not null);
        var tokens = concern == Concern.None ? [] : Tokenizer.Read(text);
        if (concern == Concern.None || (concern == Concern.Border && !gazetteer.FindMisspelled(tokens, []).Any()))
            return null;

        var (passage, lines) = PassageReader.Read(text, tokens, spoken, hasTitle: !string.IsNullOrEmpty(entry.Title));
        var mentions = gazetteer.Find(text, spoken.At);
        mentions.AddRange(gazetteer.FindMisspelled(tokens, [.. mentions]));
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        passage.Places = resolver.Resolve(passage, mentions, source);

        var zone = ZoneOf(source, passage);
        var times = new TimeReader(passage, TimeZoneInfo.ConvertTime(anchor.Published, zone).DateTime);
        var stances = new StanceReader(passage, times, anchor.Published, zone, anchor.Dated);
        var places = new PlaceFinder(passage, new BorderFinder(passage, gazetteer, source.SpeaksFor));
        var findings = new EventReader(passage, places, stances, times, PairOf).Read();
        var writer = new ClaimWriter(passage, original, source, stances, gazetteer)
        {
            Brief = lines.Count > 0 && lines[^1].Grammar.Lexicon.Brief,
            Zone = zone,
        };
        return new Study(lines.Count == 0 ? "und" : MainLanguage(lines), passage, findings, writer);
    }

    private IEnumerable<Claim> Claims(Study study)
    {
        var findings = study.Findings.FindAll(finding => !IsTooWide(study.Passage, finding, study.Findings));
        foreach (var group in findings.GroupBy(f => f.Crossing, StringComparer.Ordinal))
        {
            var (present, others) = Verdict.Of(
                [.. group],
                findings.FindAll(f => f.IsOfBorder && IsPartOf(group.First(), f))
            );
            if (present is not null)
                yield return study.Writer.Write(present);
            foreach (var other in others)
                yield return study.Writer.Write(other);
        }
    }

    private static DateTimeOffset Anchor(Entry entry, DateTimeOffset firstSeen) =>
        entry.PublishedUtc is { } date && date <= firstSeen + FarFuture ? date : firstSeen;

    /// <summary>A headline speaks of a whole border, the text below it of crossings by name.</summary>
    private bool IsTooWide(Passage passage, Finding finding, List<Finding> findings) =>
        finding.IsOfBorder
        && (
            finding.Rules.Contains(StanceReader.Decided, StringComparer.Ordinal)
                ? findings.Exists(plan =>
                    plan is { Stance: Stance.Planned, Worse: true, When.Day: not null } && IsPartOf(plan, finding)
                )
                : finding.Clause.InTitle
                    && findings.Exists(other =>
                        !other.Clause.InTitle
                        && other is { Stance: Stance.Asserted, Weight: > 0 }
                        && !passage.Has(other.Clause, CueClass.AllBorders)
                        && IsPartOf(other, finding)
                    )
                    && !findings.Exists(other =>
                        !other.Clause.InTitle && other.Crossing == finding.Crossing && other.Stance == Stance.Asserted
                    )
        );

    private bool IsPartOf(Finding crossing, Finding border) =>
        !crossing.IsOfBorder && PairOf(crossing.Crossing) == PairOf(border.Crossing);

    private string PairOf(string crossing) =>
        gazetteer.Find(crossing) is { } place ? Gazetteer.PairOf(place.Countries[0], place.Countries[1])
        : crossing.StartsWith(Finding.BorderPrefix, StringComparison.Ordinal) ? crossing[Finding.BorderPrefix.Length..]
        : "";

    private static string MainLanguage(IReadOnlyList<(int End, Grammar Grammar)> lines)
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        var begin = 0;
        foreach (var (end, grammar) in lines)
        {
            lengths[grammar.Lexicon.Language] = lengths.GetValueOrDefault(grammar.Lexicon.Language) + end - begin;
            begin = end;
        }

        return lengths.MaxBy(pair => pair.Value).Key;
    }

    private static (string Text, bool Truncated) Whole(Entry entry)
    {
        var whole = $"{Head(entry.Title)}\n{Head(entry.Text)}";
        if (whole.Length <= MaxLength)
            return (whole, false);
        var cut = whole.LastIndexOfAny(['.', '!', '?', '\n', '۔', '।', '。'], MaxLength - 1, MaxLength / 2);
        cut = cut < 0 ? MaxLength - 1 : cut;
        return (whole[..(char.IsHighSurrogate(whole[cut]) ? cut : cut + 1)], true);
    }

    /// <summary>As much of a text as can be read: the rest of a monstrous one is not even copied.</summary>
    private static ReadOnlySpan<char> Head(string? text) => text.AsSpan()[..Math.Min(text?.Length ?? 0, MaxLength)];

    /// <summary>Hours are meant where the source speaks: its own zone, its country's, else that of the first crossing named.</summary>
    private static TimeZoneInfo ZoneOf(Source source, Passage passage) =>
        source.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : CountryZones.Of(
                source.SpeaksFor ?? (passage.Places is [var first, ..] ? first.Place.Countries[0] : null)
            );
}

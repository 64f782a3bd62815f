using System.Globalization;
using System.Text;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Benchmarks;

/// <summary>
/// News of 2 KB (UTF-8) in fourteen languages, the same in every run: random everyday words in sentences, into which a
/// sentence on a crossing is put or not. One entry in twenty speaks of a border besides.
/// </summary>
internal sealed class GeneratedNews(IEnumerable<Crossing> crossings)
{
    private const int EntryBytes = 2048;

    private readonly Random random = new(20210714);
    private readonly IReadOnlyList<Crossing> crossings = [.. crossings];

    /// <summary>2 % say something of a crossing, 5 % only name one.</summary>
    public IReadOnlyList<Entry> Mix(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    (i % 100) switch
                    {
                        10 or 60 => Entry(words => words.Closing),
                        3 or 23 or 43 or 63 or 83 => Entry(words => words.Naming),
                        _ => Entry(null),
                    }
                ),
        ];

    /// <summary>Every entry says something of a crossing.</summary>
    public IReadOnlyList<Entry> Concerning(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Entry(words => words.Closing))];

    private Entry Entry(Func<NewsWords, string[]>? sentences)
    {
        var words = NewsWords.All[random.Next(NewsWords.All.Count)];
        var filler = words.Filler.Split(' ');
        var text = new StringBuilder();
        var at = random.Next(4);
        for (var sentence = 0; Encoding.UTF8.GetByteCount(text.ToString()) < EntryBytes; sentence++)
        {
            if (sentence == at && sentences is not null)
                text.Append(About(words.Language, Any(sentences(words)))).Append(' ');
            if (sentence == at + 2 && random.Next(20) == 0)
                text.Append(words.Border).Append(' ');
            text.Append(Sentence(words.Language, filler, random.Next(8, 25))).Append(sentence % 4 == 3 ? '\n' : ' ');
        }
        return new Entry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"entry-{random.Next()}"),
            Title = Sentence(words.Language, filler, 8),
            Content = text.ToString(),
            PublishedUtc = new DateTimeOffset(2021, 7, 14, 6, 0, 0, TimeSpan.Zero),
        };
    }

    private string About(string language, string sentence)
    {
        while (true)
        {
            var crossing = crossings[random.Next(crossings.Count)];
            var names = crossing.Aliases.GetValueOrDefault(language) ?? crossing.Aliases.GetValueOrDefault("en") ?? [];
            if (names.Count > 0)
                return string.Format(CultureInfo.InvariantCulture, sentence, names[random.Next(names.Count)]);
        }
    }

    private string Sentence(string language, string[] filler, int count)
    {
        var chosen = Enumerable.Range(0, count).Select(_ => Any(filler)).ToArray();
        chosen[0] = char.ToUpperInvariant(chosen[0][0]) + chosen[0][1..];
        return language == "zh" ? string.Concat(chosen) + "。" : string.Join(' ', chosen) + ".";
    }

    private string Any(string[] choices) => choices[random.Next(choices.Length)];
}

using System.Buffers;
using System.Globalization;
using System.Text;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Entries;

namespace AlertWorker.Benchmarks;

/// <summary>
/// Megabytes (UTF-8) a second of one core's time on the same generated news in one run: the scan for aliases, SearchValues with
/// the same aliases, and the whole detector; then entries a second where all concern a crossing, and what stays in memory.
/// </summary>
internal static class DetectorSpeed
{
    private const int Entries = 4000;
    private const int Rounds = 7;
    private static readonly int[] AliasCounts = [2400, 20_000];

    public static int Run(TextWriter output)
    {
        var configuration = ConfigFolder.Read("config", new Dictionary<string, string>()).Value!;
        var news = new GeneratedNews(configuration.Crossings.Values);
        var mix = news.Mix(Entries);
        Scan(mix, new GeneratedAliases(configuration.Crossings.Values), output);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reader = new ClaimReader(new Gazetteer(configuration.Crossings.Values), configuration.Lexicons);
        Detect(mix, reader, "mix", output);
        Detect(news.Concerning(Entries), reader, "all concern a crossing", output);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(reader);
        output.WriteLine(Invariant($"lexicons and gazetteer, every language in use: {held / 1e6:F1} MB"));
        return 0;
    }

    private static void Scan(IReadOnlyList<Entry> mix, GeneratedAliases aliases, TextWriter output)
    {
        var raw = mix.Select(entry => $"{entry.Title}\n{entry.Text}").ToList();
        var folded = raw.ConvertAll(text => TextFold.Fold(text).ToString());
        foreach (var count in AliasCounts)
        {
            var names = aliases.Take(count);
            var index = new AliasIndex(names.Select(TextFold.Text).Distinct(StringComparer.Ordinal));
            var ordinal = SearchValues.Create(
                [.. names.Select(TextFold.Text).Distinct(StringComparer.Ordinal)],
                StringComparison.Ordinal
            );
            var anyCase = SearchValues.Create([.. names], StringComparison.OrdinalIgnoreCase);
            var seconds = Best(
                () => folded.Sum(text => index.Find(text).Count),
                () => folded.Sum(text => Occurrences(text, ordinal)),
                () => raw.Sum(text => Occurrences(text, anyCase))
            );
            var megabytes = new[] { Megabytes(folded), Megabytes(folded), Megabytes(raw) };
            var rates = megabytes.Zip(seconds, (mb, s) => mb / s).ToArray();
            output.WriteLine(Invariant($"{names.Count, 6} aliases: AliasIndex on folded text {rates[0], 6:F0} MB/s"));
            output.WriteLine(
                Invariant(
                    $"        SearchValues ordinal on folded text {rates[1], 6:F0} MB/s   AliasIndex / it = {rates[0] / rates[1]:F1}"
                )
            );
            output.WriteLine(
                Invariant(
                    $"        SearchValues ignoring case on raw text {rates[2], 6:F0} MB/s   AliasIndex / it = {rates[0] / rates[2]:F1}"
                )
            );
        }
    }

    private static void Detect(IReadOnlyList<Entry> entries, ClaimReader reader, string what, TextWriter output)
    {
        var seen = new DateTimeOffset(2021, 7, 14, 7, 0, 0, TimeSpan.Zero);
        var claims = 0;
        var seconds = Best(() => claims = entries.Sum(entry => reader.Read(entry, Source.Unknown, seen).Claims.Count))[
            0
        ];
        var rate = entries.Sum(entry => Encoding.UTF8.GetByteCount(entry.Text)) / 1e6 / seconds;
        output.WriteLine(
            Invariant(
                $"detector, {what}: {entries.Count / seconds:F0} entries a second, {rate:F0} MB/s, {claims} claims in {entries.Count}"
            )
        );
    }

    private static int Occurrences(ReadOnlySpan<char> text, SearchValues<string> values)
    {
        var count = 0;
        for (var at = text.IndexOfAny(values); at >= 0; at = text.IndexOfAny(values))
        {
            count++;
            text = text[(at + 1)..];
        }
        return count;
    }

    /// <summary>Seconds of the processor, not of the wall, for the best round of each; taken in turns so that all see the same machine.</summary>
    private static double[] Best(params Func<int>[] works)
    {
        var best = works.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < Rounds; round++)
        for (var i = 0; i < works.Length; i++)
        {
            GC.Collect();
            var start = Environment.CpuUsage.TotalTime;
            works[i]();
            best[i] = Math.Min(best[i], (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }
        return best;
    }

    private static double Megabytes(IEnumerable<string> texts) => texts.Sum(Encoding.UTF8.GetByteCount) / 1e6;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

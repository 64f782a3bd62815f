using System.Diagnostics;
using System.Globalization;
using AlertWorker.Entries;

namespace AlertWorker.Benchmarks;

/// <summary>Megabytes a second on the same 10,000 items in one run: FeedReader, a bare XmlReader loop and, where there is one, Python's feedparser.</summary>
internal static class ParsingComparison
{
    private const int Items = 10_000;
    private const int Rounds = 9;

    private const string Script = """
        import feedparser, glob, sys, time
        bodies = [open(f, 'rb').read() for f in sorted(glob.glob(sys.argv[1] + '/*.xml'))]
        start = time.perf_counter()
        items = sum(len(feedparser.parse(b).entries) for b in bodies)
        print(items, time.perf_counter() - start)
        """;

    public static int Run(string? python, TextWriter output)
    {
        var feeds = GeneratedFeeds.Make(Items);
        var megabytes = feeds.Sum(feed => feed.Length) / 1e6;
        var hints = new FeedHints { Now = new DateTimeOffset(2021, 7, 15, 0, 0, 0, TimeSpan.Zero) };
        Func<byte[], int> ours = feed => FeedReader.Read(feed, hints).Entries.Count;
        var (own, bare) = Measure(feeds, ours, BareXmlReader.CountItems);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Items} items, {megabytes:F1} MB"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FeedReader      {megabytes / own:F1} MB/s"));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"bare XmlReader  {megabytes / bare:F1} MB/s   FeedReader / bare = {bare / own:F2}"
            )
        );
        if (python is not null && Python(python, feeds) is { } seconds)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"feedparser      {megabytes / seconds:F1} MB/s   FeedReader / feedparser = {seconds / own:F1}"
                )
            );
        return 0;
    }

    /// <summary>Best round of each, taken in turns so that both see the same machine.</summary>
    private static (double Own, double Bare) Measure(
        IReadOnlyList<byte[]> feeds,
        Func<byte[], int> own,
        Func<byte[], int> bare
    )
    {
        var (bestOwn, bestBare) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bestOwn = Math.Min(bestOwn, Time(feeds, own));
            bestBare = Math.Min(bestBare, Time(feeds, bare));
        }
        return (bestOwn, bestBare);
    }

    private static double Time(IReadOnlyList<byte[]> feeds, Func<byte[], int> count)
    {
        var start = Stopwatch.GetTimestamp();
        var items = feeds.Sum(count);
        var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return items == Items ? taken : throw new InvalidOperationException($"{items} items were read, not {Items}");
    }

    private static double? Python(string python, IReadOnlyList<byte[]> feeds)
    {
        var folder = Directory.CreateTempSubdirectory("alertworker-benchmark-");
        try
        {
            for (var i = 0; i < feeds.Count; i++)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i:D4}.xml"), feeds[i]);
            using var process = Process.Start(
                new ProcessStartInfo(python, ["-c", Script, folder.FullName])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var words = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            return process.ExitCode == 0 ? double.Parse(words[1], CultureInfo.InvariantCulture) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Benchmarks;

/// <summary>Claims folded a second of one core's time, from testimony to decision, and what is kept in memory afterwards.</summary>
internal static class FoldSpeed
{
    private const int Crossings = 464;
    private const int ClaimsPerRound = 100_000;
    private const int Rounds = 5;

    public static int Run(TextWriter output)
    {
        var news = new GeneratedClaims(Crossings);
        var desk = new AlertDesk(news.Crossings, new FoldRules());
        var book = CrossingBook.Empty;
        for (var round = 1; round <= Rounds; round++)
        {
            var (claims, seconds, alerts, bytes) = Fold(news, desk, ref book);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{claims, 8} claims  {claims / seconds, 8:F0} a second  {bytes / claims, 6} bytes each  {alerts, 6} alerts  book of {book.Count} crossings holds {HeldBy(book) / 1e6:F1} MB"
                )
            );
        }
        return 0;
    }

    private static (int Claims, double Seconds, int Alerts, long Bytes) Fold(
        GeneratedClaims news,
        AlertDesk desk,
        ref CrossingBook book
    )
    {
        // written beforehand: the waste of writing stories is not the fold's
        var polls = new List<(IReadOnlyList<Testimony> Batch, DateTimeOffset Now)>();
        for (var written = 0; written < ClaimsPerRound; written += polls[^1].Batch.Count)
            polls.Add(news.Next());
        GC.Collect();
        var (claims, alerts) = (0, 0);
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Processor();
        foreach (var (batch, now) in polls)
        {
            var outcome = desk.Take(book, batch, now, backlog: false);
            book = outcome.Book;
            claims += batch.Count;
            alerts += outcome.Decisions.Count(decision => decision.Alert is not null);
        }
        return (claims, (Processor() - start).TotalSeconds, alerts, GC.GetTotalAllocatedBytes() - allocated);
    }

    /// <summary>Time of the processor, not of the wall: other programs do not count, our own garbage collection does.</summary>
    private static TimeSpan Processor() => Environment.CpuUsage.TotalTime;

    /// <summary>Bytes that live as long as the book does.</summary>
    private static long HeldBy(CrossingBook book)
    {
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(book);
        return bytes;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Benchmarks;

/// <summary>Polls that bring news, and <c>/api/crossings</c>, on an empty store and on one that has grown for a year: ten million entries seen.</summary>
internal static class GrowthComparison
{
    private const int Rounds = 100;

    /// <summary>For the compiler, which works in the background, and for the caches: else the empty store, measured first, looks slow.</summary>
    private const int WarmUp = 200;

    /// <param name="connection">A PostgreSQL database of its own; null for SQLite.</param>
    public static async Task<int> Run(string? connection, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("alertworker-growth-").FullName;
        using var feed = new HttpListener();
        var url = Listen(feed);
        try
        {
            BenchmarkFolder.Write(folder, [url], connection);
            await using var worker = await WorkerHost.Open(folder, new Dictionary<string, string>());
            await worker.Start();
            // The worker's own first poll comes within seconds, the next one in hours.
            await Task.Delay(TimeSpan.FromSeconds(10));
            var empty = await Measure(worker);
            var crossings = worker.Services.GetRequiredService<LiveConfiguration>().Current.Crossings.Keys.ToList();
            var started = Stopwatch.GetTimestamp();
            var database = worker.Services.GetRequiredService<Database>();
            await GrownStore.Fill(database, GrownStore.Year, crossings, TimeProvider.System.GetUtcNow());
            Tell(
                output,
                $"{database.Dialect.Name}: a year's rows made in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s"
            );
            var grown = await Measure(worker);
            Tell(
                output,
                $"poll with news: {empty.Poll:F2} ms empty, {grown.Poll:F2} ms grown, {grown.Poll / empty.Poll:F2} x"
            );
            Tell(
                output,
                $"/api/crossings: {empty.Api:F2} ms empty, {grown.Api:F2} ms grown, {grown.Api / empty.Api:F2} x"
            );
            return 0;
        }
        finally
        {
            feed.Stop();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Poll, double Api)> Measure(WorkerHost worker)
    {
        var turn = worker.Services.GetRequiredService<FeedTurn>();
        var feed = worker.Services.GetRequiredService<LiveConfiguration>().Current.Feeds[0];
        using var http = new HttpClient { BaseAddress = new Uri(worker.Addresses.First()) };
        return (
            await Median(() => turn.Take(feed, TimeProvider.System.GetUtcNow(), CancellationToken.None)),
            await Median(() => http.GetByteArrayAsync("/api/crossings"))
        );
    }

    /// <summary>Milliseconds.</summary>
    private static async Task<double> Median(Func<Task> work)
    {
        var times = new List<double>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    private static void Tell(TextWriter output, FormattableString line) =>
        output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Thirty entries, the newest one new each time and about a crossing.</summary>
    private static string Listen(HttpListener listener)
    {
        var url = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(url);
        listener.Start();
        _ = Answer(listener);
        return url + "feed";
    }

    private static async Task Answer(HttpListener listener)
    {
        for (var newest = 30; listener.IsListening; newest++)
        {
            var context = await listener.GetContextAsync();
            var items = Enumerable
                .Range(newest - 29, 30)
                .Reverse()
                .Select(i =>
                    $"<item><guid>story-{i}</guid><title>Torkham border closed for day {i}</title><link>http://example.org/{i}</link></item>"
                );
            var body = $"<rss version=\"2.0\"><channel><title>t</title>{string.Concat(items)}</channel></rss>";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

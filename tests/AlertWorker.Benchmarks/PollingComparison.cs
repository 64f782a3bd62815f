using System.Diagnostics;
using System.Globalization;
using AlertWorker.Configuration;
using AlertWorker.Feeds;
using AlertWorker.Hosting;
using AlertWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Benchmarks;

/// <summary>400 feeds that answer 304, asked by the worker's own polls and by a bare HttpClient loop, each with 8 connections; commits are counted.</summary>
internal static class PollingComparison
{
    private const int Feeds = 400;
    private const int Rounds = 15;

    public static async Task<int> Run(TextWriter output)
    {
        using var server = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, "serve")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var folder = Directory.CreateTempSubdirectory("alertworker-polling-").FullName;
        try
        {
            var hosts = new List<string>();
            while (hosts.Count < UnchangedServer.Hosts)
                hosts.Add(await server.StandardOutput.ReadLineAsync() ?? throw new IOException("no server"));
            var urls = Enumerable.Range(0, Feeds).Select(i => $"{hosts[i % hosts.Count]}/{i}").ToList();
            BenchmarkFolder.Write(folder, urls);
            await using var worker = await WorkerHost.Open(folder, new Dictionary<string, string>());
            await Compare(worker.Services, urls, output);
            return 0;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(IServiceProvider worker, IReadOnlyList<string> urls, TextWriter output)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var commits = 0L;
        var (ours, bare) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round <= Rounds; round++)
        {
            var before = worker.GetRequiredService<Database>().Commits;
            var (own, loop) = (await Time(() => Polls(worker)), await Time(() => BareLoop(http, urls)));
            if (round == 0) // reads the documents once
                continue;
            commits += worker.GetRequiredService<Database>().Commits - before;
            (ours, bare) = (Math.Min(ours, own), Math.Min(bare, loop));
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Feeds} unchanged feeds: polls {ours * 1000:F0} ms, bare loop {bare * 1000:F0} ms, polls / bare = {ours / bare:F2}, {commits} commits in {Rounds} rounds"
            )
        );
    }

    private static Task Polls(IServiceProvider worker)
    {
        var turn = worker.GetRequiredService<FeedTurn>();
        var feeds = worker.GetRequiredService<LiveConfiguration>().Current.Feeds;
        return Parallel.ForEachAsync(
            feeds,
            new ParallelOptions { MaxDegreeOfParallelism = UnchangedServer.Hosts },
            async (feed, cancellation) => await turn.Take(feed, TimeProvider.System.GetUtcNow(), cancellation)
        );
    }

    private static Task BareLoop(HttpClient http, IReadOnlyList<string> urls) =>
        Parallel.ForEachAsync(
            urls,
            new ParallelOptions { MaxDegreeOfParallelism = UnchangedServer.Hosts },
            async (url, cancellation) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.TryAddWithoutValidation("If-None-Match", UnchangedServer.ETag);
                using var response = await http.SendAsync(request, cancellation);
                await response.Content.ReadAsByteArrayAsync(cancellation);
            }
        );

    private static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}

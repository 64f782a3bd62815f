using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using AlertWorker.Configuration;

namespace AlertWorker.Benchmarks;

/// <summary>10,000 deliveries from the queue to a Telegram-like server, receipts included, against a bare HttpClient loop with the same bodies and connections.</summary>
internal static class TelegramComparison
{
    private const int Messages = 10_000;
    private const int Connections = 32;
    private const int Rounds = 3;

    public static async Task<int> Run(TextWriter output)
    {
        await using var sink = await TelegramSink.Start();
        var (best, bare) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, await Worker(sink));
            bare = Math.Min(bare, await Loop(sink, sink.Body));
        }
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"worker {Messages / best:F0}/s   bare HttpClient {Messages / bare:F0}/s   worker / bare = {bare / best:F2}"
            )
        );
        return 0;
    }

    /// <returns>Seconds from the start of the job until every receipt is written.</returns>
    private static async Task<double> Worker(TelegramSink sink)
    {
        await using var world = await DeliveryWorld.Open(
            new TelegramOptions { BotToken = TelegramSink.Token, ApiBaseUrl = sink.Url },
            new EmailOptions()
        );
        await world.Queue(Messages, reader => string.Create(CultureInfo.InvariantCulture, $"telegram:{reader}"));
        var all = sink.After(Messages);
        var start = Stopwatch.GetTimestamp();
        await world.DeliverUntil(all);
        var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return await world.Sent() == Messages
            ? taken
            : throw new InvalidOperationException($"{await world.Sent()} of {Messages} were sent");
    }

    private static async Task<double> Loop(TelegramSink sink, byte[] body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var left = Messages;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Post()));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task Post()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var answer = await http.PostAsync(
                    new Uri($"{sink.Url}/bot{TelegramSink.Token}/sendMessage"),
                    content
                );
                await answer.Content.ReadAsByteArrayAsync();
            }
        }
    }
}

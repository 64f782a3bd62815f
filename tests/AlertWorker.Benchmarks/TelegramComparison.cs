using System.Globalization;
using System.Net.Http.Headers;
using AlertWorker.Configuration;

namespace AlertWorker.Benchmarks;

/// <summary>10,000 deliveries from the queue to a Telegram-like server, receipts included, against a bare HttpClient loop with the same bodies and connections.</summary>
internal static class TelegramComparison
{
    private const int Messages = 10_000;
    private const int Connections = 32;

    /// <summary>So long that both are compiled and warm, as a worker is that has run for a minute.</summary>
    private const int Rounds = 25;

    public static async Task<int> Run(TextWriter output)
    {
        await using var sink = await TelegramSink.Start();
        await using var world = await DeliveryWorld.Open(
            new TelegramOptions { BotToken = TelegramSink.Token, ApiBaseUrl = sink.Url },
            new EmailOptions()
        );
        var (worker, bare) = (Pace.None, Pace.None);
        for (var round = 1; round <= Rounds; round++)
        {
            worker = worker.Or(await Worker(world, sink, round));
            bare = bare.Or(await Pace.Of(Messages, () => Loop(sink, sink.Body)));
        }
        await output.WriteLineAsync(Pace.Compare("worker", worker, "bare HttpClient", bare));
        return 0;
    }

    /// <returns>From the start of the job until every receipt is written.</returns>
    private static async Task<Pace> Worker(DeliveryWorld world, TelegramSink sink, int round)
    {
        await world.Queue(Messages, reader => string.Create(CultureInfo.InvariantCulture, $"telegram:{reader}"));
        var all = sink.After(Messages);
        var pace = await Pace.Of(Messages, () => world.DeliverUntil(all));
        return await world.Sent() is var sent && sent == (long)round * Messages
            ? pace
            : throw new InvalidOperationException($"{sent} of {round} × {Messages} were sent");
    }

    private static async Task Loop(TelegramSink sink, byte[] body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        var left = Messages;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Post()));

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

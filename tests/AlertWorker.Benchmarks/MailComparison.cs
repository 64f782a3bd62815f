using System.Globalization;
using System.Net.Sockets;
using System.Text;
using AlertWorker.Configuration;

namespace AlertWorker.Benchmarks;

/// <summary>2,000 mails from the queue over SMTP, receipts included, against a bare SMTP loop that sends the same mail over one connection.</summary>
internal static class MailComparison
{
    private const int Mails = 2_000;
    private const int Rounds = 15;

    public static async Task<int> Run(TextWriter output)
    {
        await using var sink = new MailSink();
        await using var world = await DeliveryWorld.Open(
            new TelegramOptions(),
            new EmailOptions
            {
                Host = "127.0.0.1",
                Port = sink.Port,
                Security = "none",
            }
        );
        var (worker, bare) = (Pace.None, Pace.None);
        for (var round = 1; round <= Rounds; round++)
        {
            worker = worker.Or(await Worker(world, sink, round));
            bare = bare.Or(await Pace.Of(Mails, () => Loop(sink, sink.Mail)));
        }
        await output.WriteLineAsync(Pace.Compare("worker", worker, "bare SMTP", bare));
        return 0;
    }

    /// <returns>From the start of the job until every receipt is written.</returns>
    private static async Task<Pace> Worker(DeliveryWorld world, MailSink sink, int round)
    {
        await world.Queue(Mails, r => string.Create(CultureInfo.InvariantCulture, $"mailto:reader{r}@acme.example"));
        var all = sink.After(Mails);
        var pace = await Pace.Of(Mails, () => world.DeliverUntil(all));
        return await world.Sent() is var sent && sent == (long)round * Mails
            ? pace
            : throw new InvalidOperationException($"{sent} of {round} × {Mails} were sent");
    }

    private static async Task Loop(MailSink sink, string mail)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", sink.Port);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await reader.ReadLineAsync();
        await Say("HELO bare");
        for (var i = 0; i < Mails; i++)
        {
            await Say("MAIL FROM:<alerts@localhost>");
            await Say("RCPT TO:<reader@acme.example>");
            await Say("DATA");
            await Say($"{mail}.");
        }
        await Say("QUIT");

        async Task Say(string line)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
            await reader.ReadLineAsync();
        }
    }
}

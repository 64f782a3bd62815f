namespace AlertWorker.Channels;

/// <summary>Prints every message to standard output. Always on: with nothing else configured, this is how alerts are seen.</summary>
/// <param name="output">Where it prints.</param>
public sealed class ConsoleChannel(TextWriter output) : IChannel
{
    public string Scheme => "console";

    public int Parallelism => 1;

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"{message.Text.PlainText}\n".AsMemory(), cancellation);
        await output.FlushAsync(cancellation);
        return new Receipt.Sent();
    }
}

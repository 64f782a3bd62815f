using System.CommandLine;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>send-test --to ADDRESS</c>: one marked test message over the configured channel; prints the server's answer.</summary>
internal static class SendTestCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "mailto:ops@example.org, telegram:123456, telegram:@channel or https://…",
        HelpName = "ADDRESS",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("send-test", "Sends one marked test message and prints the server's answer.") { To };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        var address = parsed.GetRequiredValue(To);
        await using var channels = new ConfiguredChannels(configuration, TimeProvider.System);
        if (channels.List.For(DeliveryAddress.Scheme(address)) is not { } channel)
            throw new UsageException(
                $"{address} is no address: it begins with {string.Join(", ", channels.List.All.Select(c => c.Scheme + ":"))}"
            );
        var receipt = await channel.Send(Message(configuration, address), stop);
        return receipt switch
        {
            Receipt.Sent sent => await Tell(Console.Out, $"sent: {sent.Answer ?? "handed over"}", CommandLine.Done),
            Receipt.Later later => await Tell(Console.Error, $"not sent: {later.Why}", CommandLine.Failed),
            Receipt.Moved moved => await Tell(
                Console.Error,
                $"not sent: the address is {moved.To} now",
                CommandLine.Failed
            ),
            Receipt.Refused refused => await Tell(Console.Error, $"refused: {refused.Why}", CommandLine.Failed),
            _ => CommandLine.Failed,
        };
    }

    private static OutgoingMessage Message(WorkerConfiguration configuration, string address)
    {
        var now = TimeProvider.System.GetUtcNow();
        var subscriber = configuration.Subscribers.FirstOrDefault(s => s.To.Contains(address, StringComparer.Ordinal));
        var catalog = configuration.Messages.For(subscriber?.Language);
        var note = new DeliveryNote(
            catalog.Plain("test.title"),
            string.Concat(
                catalog
                    .Text(
                        "test.body",
                        ("time", new MessageSpan(ZoneClock.For(subscriber?.TimeZone ?? "UTC", catalog).Full(now)))
                    )
                    .Select(span => span.Text)
            )
        );
        return new OutgoingMessage
        {
            Id = $"test-{Guid.CreateVersion7(now):N}",
            Address = address,
            Text = MessageWriter.OfNote(note, catalog),
            Secret = subscriber?.Secret,
        };
    }

    private static async Task<int> Tell(TextWriter to, string line, int code)
    {
        await to.WriteLineAsync(line);
        return code;
    }
}

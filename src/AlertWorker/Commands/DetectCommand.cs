using System.CommandLine;
using AlertWorker.Claims;
using AlertWorker.Configuration;

namespace AlertWorker.Commands;

/// <summary><c>detect</c>: entries in, what they say of crossings out.</summary>
internal static class DetectCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "Entries as JSON Lines; - or nothing is standard input.",
        DefaultValueFactory = _ => "-",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Show for each entry, clause by clause, the names, cues and rules it was read by.",
    };

    public static Command Create()
    {
        var command = new Command("detect", "Reads entries and prints the claims each makes, a line for each entry.")
        {
            File,
            Explain,
        };
        command.SetAction(Run);
        return command;
    }

    /// <summary>The reader that this configuration gives.</summary>
    public static ClaimReader Reader(WorkerConfiguration configuration) =>
        new(new Gazetteer(configuration.Crossings.Values), configuration.Lexicons);

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        var reader = Reader(configuration);
        var lines = new EntryLines(parsed.GetRequiredValue(File), configuration);
        await foreach (var line in lines.Read(stop))
        {
            var seen = line.Entry.PublishedUtc ?? TimeProvider.System.GetUtcNow();
            var dated = line.Entry.PublishedUtc is not null;
            await Console.Out.WriteLineAsync(
                parsed.GetValue(Explain)
                    ? TraceText.Of(line.Id, reader.Trace(line.Entry, line.Source, seen, dated))
                    : JsonLine.Of(ReadingLine.Of(line, reader.Read(line.Entry, line.Source, seen, dated)))
            );
        }
        return lines.Bad == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}

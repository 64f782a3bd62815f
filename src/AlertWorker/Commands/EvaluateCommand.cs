using System.CommandLine;
using AlertWorker.Commands.Evaluation;

namespace AlertWorker.Commands;

/// <summary><c>evaluate</c>: how good the detector is on labelled entries.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "Labelled entries as JSON Lines; - is standard input.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the report as one JSON object." };

    public static Command Create()
    {
        var command = new Command(
            "evaluate",
            "Measures the detector on labelled entries and lists every miss and false alarm."
        )
        {
            File,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        var reader = DetectCommand.Reader(configuration);
        var matching = new Matching(new Places(configuration.Crossings));
        var scoreboard = new Scoreboard();
        var lines = new EntryLines(parsed.GetRequiredValue(File), configuration);
        await foreach (var line in lines.Read(stop))
        {
            var entry = LabelledEntry.Of(line);
            var seen = line.Entry.PublishedUtc ?? TimeProvider.System.GetUtcNow();
            var reading = reader.Read(line.Entry, line.Source, seen, line.Entry.PublishedUtc is not null);
            scoreboard.Add(entry, matching.Of(entry, [.. reading.Claims.Select(ClaimLine.Of)]));
        }
        var report = scoreboard.Report();
        await Console.Out.WriteLineAsync(
            parsed.GetValue(Json) ? JsonLine.Of(report) : EvaluationText.Of(report).TrimEnd()
        );
        return lines.Bad == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}

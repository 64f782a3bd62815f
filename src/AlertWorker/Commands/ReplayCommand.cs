using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>replay</c>: a recorded day in, the alerts that would have gone out and the final statuses out (contracts.md §5).</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "Recorded entries as JSON Lines in order of fetched; - or nothing is standard input.",
        DefaultValueFactory = _ => "-",
    };

    private static readonly Option<bool> Why = new("--why")
    {
        Description = "Also tell on standard error what each claim did and why nothing was sent.",
    };

    private static readonly Option<DateTimeOffset?> From = new("--from")
    {
        Description = "Play what the store holds, and print the alerts from this moment on (2021-07-14T06:00Z).",
        CustomParser = Time,
    };

    private static readonly Option<DateTimeOffset?> To = new("--to")
    {
        Description = "Play what the store holds up to this moment: what did we know then?",
        CustomParser = Time,
    };

    public static Command Create()
    {
        var command = new Command(
            "replay",
            "Plays recorded entries, or with --from and --to the store, on a simulated clock and prints the alerts and final statuses; sends and stores nothing."
        )
        {
            File,
            Why,
            From,
            To,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        if (parsed.GetValue(From) is not null || parsed.GetValue(To) is not null)
            return await RunStore(parsed, configuration, stop);
        var day = new ReplayDay(DetectCommand.Reader(configuration), configuration.Crossings, new FoldRules());
        var lines = new ReplayLines(parsed.GetRequiredValue(File), configuration);
        await Show(day.Play(lines.Read(stop), stop), () => day.Book, parsed, configuration);
        return lines.Bad == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<int> RunStore(
        ParseResult parsed,
        WorkerConfiguration configuration,
        CancellationToken stop
    )
    {
        await using var database = await StoreOpening.Open(configuration, stop);
        var day = new StoredDay(new ClaimArchive(database), configuration);
        var until = parsed.GetValue(To) ?? TimeProvider.System.GetUtcNow();
        await Show(day.Play(until, stop), () => day.Book, parsed, configuration);
        return CommandLine.Done;
    }

    private static async Task Show(
        IAsyncEnumerable<DeskOutcome> day,
        Func<CrossingBook> book,
        ParseResult parsed,
        WorkerConfiguration configuration
    )
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var from = parsed.GetValue(From) ?? DateTimeOffset.MinValue;
        await foreach (var outcome in day)
        {
            if (parsed.GetValue(Why))
                await Explain(outcome);
            touched.UnionWith(outcome.Decisions.Select(decision => decision.Crossing));
            foreach (var alert in outcome.Decisions.Select(decision => decision.Alert).OfType<Alert>())
                if (alert.At >= from)
                    await Print(AlertDocument.Of(alert, TextOf(alert, configuration)));
        }
        foreach (var crossing in touched)
            if (book()[crossing] is { } status)
                await Print(StatusDocument.Of(status));
    }

    private static DateTimeOffset? Time(ArgumentResult argument)
    {
        if (
            DateTimeOffset.TryParse(
                argument.Tokens[0].Value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
        )
            return time;
        argument.AddError($"'{argument.Tokens[0].Value}' is not a time like 2021-07-14T06:00:00Z");
        return null;
    }

    private static string TextOf(Alert alert, WorkerConfiguration configuration) =>
        Wording.PlainText(alert, configuration.Crossings[alert.Crossing], configuration.Messages.For("en"));

    private static async Task Explain(DeskOutcome outcome)
    {
        foreach (var step in outcome.Steps)
            await Console.Error.WriteLineAsync(
                $"{step.At:yyyy-MM-dd HH:mm} {step.Crossing} {step.EntryId}: {step.Rule} ({step.Effect}) {Told(step.Claim)}"
            );
        foreach (var decision in outcome.Decisions)
            await Console.Error.WriteLineAsync(
                $"    {decision.Crossing}: {decision.Alert?.Kind.ToString() ?? "no alert"}, {decision.Reason.Name}"
            );
    }

    private static string Told(Claim? claim) =>
        claim is null
            ? ""
            : $"{claim.Stance} {claim.Change} {claim.Status} {claim.Scope}"
                + $"{(claim.Ongoing ? " ongoing" : "")}{(claim.Exception ? " exception" : "")}{(claim.Alerting ? "" : " quiet")}"
                + $" {claim.Direction} by {claim.ActingSide ?? "?"}, {claim.Speaker.Kind} {claim.Speaker.Name ?? claim.Speaker.Role}"
                + $"/{claim.Speaker.Side} {claim.Scheduled?.Text} until {claim.Until:u} since {claim.EventTime:u} {claim.Cause}"
                + $" \u201c{claim.Evidence.Text}\u201d";

    private static Task Print<T>(T document) =>
        Console.Out.WriteLineAsync(JsonSerializer.Serialize(document, StatusJson.Options));
}

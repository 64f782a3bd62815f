using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Entries;

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

    public static Command Create()
    {
        var command = new Command(
            "replay",
            "Plays recorded entries on a simulated clock and prints the alerts and final statuses; sends and stores nothing."
        )
        {
            File,
            Why,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        var day = new ReplayDay(DetectCommand.Reader(configuration), configuration.Crossings, new FoldRules());
        var lines = new ReplayLines(parsed.GetRequiredValue(File), configuration);
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var outcome in day.Play(lines.Read(stop), stop))
        {
            if (parsed.GetValue(Why))
                await Explain(outcome);
            touched.UnionWith(outcome.Decisions.Select(decision => decision.Crossing));
            foreach (var alert in outcome.Decisions.Select(decision => decision.Alert).OfType<Alert>())
                await Print(AlertDocument.Of(alert, TextOf(alert, configuration)));
        }
        foreach (var crossing in touched)
            if (day.Book[crossing] is { } status)
                await Print(StatusDocument.Of(status));
        return lines.Bad == 0 ? CommandLine.Done : CommandLine.Failed;
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

using System.CommandLine;
using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>explain</c>: the chain from a message back to a quoted clause, or from an entry to what became of it.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("ID")
    {
        Description = "Id of an alert, or an entry's guid or link.",
    };

    public static Command Create()
    {
        var command = new Command("explain", "Tells why an alert was sent, or why an entry led to none.") { Id };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var id = parsed.GetRequiredValue(Id);
        var configuration = ConfigOption.Read(parsed);
        await using var database = await StoreOpening.Open(configuration, stop);
        var explanation = new Explanation(database, configuration);
        var found = await explanation.OfAlert(id, stop) || await explanation.OfEntry(id, stop);
        if (!found)
        {
            await Console.Error.WriteLineAsync($"the store has neither an alert nor an entry with the id '{id}'");
            return CommandLine.Failed;
        }
        await Console.Out.WriteLineAsync(explanation.Text);
        return CommandLine.Done;
    }
}

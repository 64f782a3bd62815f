using System.CommandLine;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;
using AlertWorker.Web;

namespace AlertWorker.Commands;

/// <summary><c>status</c>: what the store knows of crossings.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string?> Crossing = new("CROSSING")
    {
        Description = "Id or name of a crossing; without it, every crossing there is something to say of.",
        DefaultValueFactory = _ => null,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Also the crossings nothing is known of." };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print JSON: an array, or one object when a crossing is named.",
    };

    public static Command Create()
    {
        var command = new Command("status", "Prints the current status of crossings from the store.")
        {
            Crossing,
            All,
            Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var configuration = ConfigOption.Read(parsed);
        var named = parsed.GetValue(Crossing) is { } name ? CrossingName.Find(name, configuration) : null;
        await using var database = await StoreOpening.Open(configuration, stop);
        var book = await new StatusStore(database).Book(stop);
        var chosen = named is not null ? [named] : Chosen(configuration, book, parsed.GetValue(All));
        if (parsed.GetValue(Json))
        {
            var bodies = chosen.Select(crossing => StatusBody.Of(crossing, book[crossing.Id])).ToList();
            await Console.Out.WriteLineAsync(named is null ? ApiJson.Of(bodies) : ApiJson.Of(bodies[0]));
        }
        else
        {
            var text = new StatusText(configuration.Crossings, book, TimeProvider.System.GetUtcNow());
            foreach (var crossing in chosen)
                await Console.Out.WriteLineAsync(text.Of(crossing));
            if (chosen.Count == 0)
                await Console.Error.WriteLineAsync("Nothing is known of any crossing yet.");
        }
        await TellDeadLetters(database, stop);
        return CommandLine.Done;
    }

    /// <summary>Whoever looks how things are is told what nobody was told.</summary>
    private static async Task TellDeadLetters(Database database, CancellationToken stop)
    {
        var unsent = await new DeliveryStore(database, TimeProvider.System).Unsent(stop);
        if (unsent.Where(row => row.State == "dead").Sum(row => row.Count) is > 0 and var dead)
            await Console.Error.WriteLineAsync(
                $"Messages given up: {dead}. `deliveries --failed` lists them, `deliveries retry --all` sends them again."
            );
    }

    private static List<Crossing> Chosen(WorkerConfiguration configuration, CrossingBook book, bool all) =>
        [
            .. configuration
                .Crossings.Values.Where(crossing => all || HasSomethingToSay(book[crossing.Id]))
                .OrderByDescending(crossing => book[crossing.Id]?.Headline ?? Status.Unknown)
                .ThenBy(crossing => crossing.Name, StringComparer.Ordinal),
        ];

    private static bool HasSomethingToSay(CrossingStatus? status) =>
        status is not null && (status.Headline != Status.Unknown || status.Expected is not null);
}

using System.CommandLine;
using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>deliveries [--failed]</c> lists what waits and what was given up; <c>deliveries retry ID|--all</c> sends it again.</summary>
internal static class DeliveriesCommand
{
    private const int Most = 1000;

    private static readonly Option<bool> Failed = new("--failed") { Description = "Only what was given up." };
    private static readonly Option<bool> All = new("--all") { Description = "Every delivery that was given up." };
    private static readonly Argument<string?> Id = new("ID")
    {
        Description = "Id of a delivery, as listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var retry = new Command(
            "retry",
            "Sends given-up deliveries again; a running worker takes them within a second."
        )
        {
            Id,
            All,
        };
        retry.SetAction(Retry);
        var command = new Command("deliveries", "Lists deliveries that wait or were given up, one a line.")
        {
            Failed,
            retry,
        };
        command.SetAction(List);
        return command;
    }

    private static async Task<int> List(ParseResult parsed, CancellationToken stop)
    {
        var states = parsed.GetValue(Failed) ? new[] { "dead", "refused" } : ["waiting", "dead", "refused"];
        return await WithStore(
            parsed,
            async store =>
            {
                foreach (var state in states)
                foreach (var queued in await store.InState(state, Most, stop))
                    await Console.Out.WriteLineAsync(Line(queued));
                return CommandLine.Done;
            },
            stop
        );
    }

    private static async Task<int> Retry(ParseResult parsed, CancellationToken stop)
    {
        var (id, all) = (parsed.GetValue(Id), parsed.GetValue(All));
        if (id is null == !all)
            throw new UsageException("deliveries retry takes either an id or --all.");
        return await WithStore(
            parsed,
            async store =>
            {
                var count = await store.Retry(all ? null : id, stop);
                await Console.Out.WriteLineAsync($"{count} to be sent again");
                if (count > 0 || all)
                    return CommandLine.Done;
                await Console.Error.WriteLineAsync(
                    $"{id} is no delivery that was given up. See AlertWorker deliveries --failed"
                );
                return CommandLine.Failed;
            },
            stop
        );
    }

    private static async Task<int> WithStore(
        ParseResult parsed,
        Func<DeliveryStore, Task<int>> work,
        CancellationToken stop
    )
    {
        try
        {
            await using var database = await StoreOpening.Open(ConfigOption.Read(parsed), stop);
            return await work(new DeliveryStore(database, TimeProvider.System));
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CommandLine.Failed;
        }
    }

    private static string Line(QueuedDelivery queued) =>
        string.Join(
            '\t',
            queued.Delivery.Id,
            queued.State,
            queued.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            queued.Delivery.Address,
            $"{queued.Tries} tries",
            queued.Delivery.AlertId ?? queued.Note?.Title ?? "-",
            SafeText.Line(queued.Problem ?? "-")
        );
}

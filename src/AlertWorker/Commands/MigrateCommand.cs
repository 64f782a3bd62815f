using System.CommandLine;
using System.Globalization;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>migrate --from STORE --to STORE</c>: moves a whole history from one engine to the other.</summary>
internal static class MigrateCommand
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    private static readonly Option<string> From = new("--from")
    {
        Description = "The store to move: sqlite:PATH or postgres:CONNECTION. It is left as it is.",
        HelpName = "STORE",
        Required = true,
    };
    private static readonly Option<string> To = new("--to")
    {
        Description =
            "An empty store to move into, or the one of an interrupted move. The password of a connection may come from PGPASSWORD.",
        HelpName = "STORE",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command(
            "migrate",
            "Moves a whole history from SQLite to PostgreSQL or back, with no worker running; interrupted, it goes on where it stopped."
        )
        {
            From,
            To,
        };
        command.SetAction(Migrate);
        return command;
    }

    private static async Task<int> Migrate(ParseResult parsed, CancellationToken stop)
    {
        var (source, target) = (
            Store("--from", parsed.GetRequiredValue(From)),
            Store("--to", parsed.GetRequiredValue(To))
        );
        if (source is SqliteDialect && !File.Exists(source.Place))
            throw new StoreException($"There is no store at {Path.GetFullPath(source.Place)}.");
        await using var from = await Database.Open(source, stop);
        await using var to = await Database.Open(target, stop);
        await HistoryMove.RefuseWorkers(from, stop);
        await HistoryMove.RefuseWorkers(to, stop);
        var rows = await new HistoryMove(from, to, Progress()).Run(stop);
        await Console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Place} is in {target.Place}: {rows:N0} rows, counted in both"
            )
        );
        return CommandLine.Done;
    }

    private static ISqlDialect Store(string option, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        try
        {
            return (colon < 0 ? "" : text[..colon]) switch
            {
                "sqlite" when rest.Length > 0 => new SqliteDialect(rest),
                "postgres" when rest.Length > 0 => new PostgresDialect(rest, "AlertWorker migrate"),
                _ => throw new UsageException($"{option}: a store is sqlite:PATH or postgres:CONNECTION."),
            };
        }
        catch (ArgumentException e)
        {
            throw new UsageException(
                $"{option}: {e.Message} A connection looks like Host=db;Database=alerts;Username=aw"
            );
        }
    }

    /// <summary>A line a second at most, and one at the end of each table.</summary>
    private static Action<MoveStep> Progress()
    {
        var told = long.MinValue;
        return step =>
        {
            if (step.Rows < step.Of && told != long.MinValue && TimeProvider.System.GetElapsedTime(told) < TellEvery)
                return;
            told = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{step.Table}: {step.Rows:N0} of {step.Of:N0}")
            );
        };
    }
}

using System.CommandLine;
using System.Globalization;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary><c>backup FILE</c>: a copy of the SQLite store, also while the worker runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The copy; it must not exist yet." };

    public static Command Create()
    {
        var command = new Command("backup", "Copies the SQLite store into a file, also while the worker runs.")
        {
            File,
        };
        command.SetAction(Backup);
        return command;
    }

    private static async Task<int> Backup(ParseResult parsed, CancellationToken stop)
    {
        await using var dialect = StorageSetup.Dialect(ConfigOption.Read(parsed).Settings);
        if (dialect is not SqliteDialect sqlite)
            throw new StoreException($"The store is PostgreSQL ({dialect.Place}): use pg_dump to back it up.");
        var file = parsed.GetRequiredValue(File);
        var bytes = await sqlite.Backup(file, stop);
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{sqlite.Place} is copied into {file} ({bytes:N0} bytes)")
        );
        return CommandLine.Done;
    }
}

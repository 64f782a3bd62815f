using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary>Opens the store beside the running worker, for commands that look into it.</summary>
internal static class StoreOpening
{
    /// <exception cref="StoreException">It is out of reach, or there is none yet.</exception>
    public static Task<Database> Open(WorkerConfiguration configuration, CancellationToken stop)
    {
        var dialect = StorageSetup.Dialect(configuration.Settings);
        // A command that only looks must not leave an empty store behind.
        if (dialect is SqliteDialect && !File.Exists(dialect.Place))
            throw new StoreException(
                $"there is no store at {Path.GetFullPath(dialect.Place)} yet; start the worker first, or run this command from its working directory"
            );
        return Database.OpenBeside(dialect, stop);
    }
}

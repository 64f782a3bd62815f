using DbUp.Engine;

namespace AlertWorker.Storage;

/// <summary>Brings a store of any earlier version up to date, one script and one transaction at a time.</summary>
internal static class SchemaUpgrade
{
    /// <exception cref="StoreException">The store was made by a newer program, or a script failed.</exception>
    public static void Run(ISqlDialect dialect)
    {
        var engine = dialect
            .Upgrade()
            .WithScriptsEmbeddedInAssembly(
                typeof(SchemaUpgrade).Assembly,
                name => name.StartsWith("AlertWorker.Storage.Schema.", StringComparison.Ordinal)
            )
            .WithVariable("identity", dialect.Identity)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        if (engine.GetExecutedButNotDiscoveredScripts() is { Count: > 0 } newer)
            throw new StoreException(
                $"{dialect.Place} was written by a newer AlertWorker ({newer[^1]} is not known here). "
                    + "Start that version, or restore a backup made before the upgrade."
            );
        if (engine.PerformUpgrade() is { Successful: false } failed)
            throw new StoreException(
                $"{dialect.Place} could not be upgraded at {failed.ErrorScript?.Name}: {failed.Error.Message}",
                failed.Error
            );
    }
}

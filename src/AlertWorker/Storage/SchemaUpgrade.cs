using DbUp.Engine;

namespace AlertWorker.Storage;

/// <summary>Brings a store of any earlier version up to date, one script and one transaction at a time.</summary>
internal static class SchemaUpgrade
{
    private const string Prefix = "AlertWorker.Storage.Schema.";

    /// <summary>Every script, in order.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        .. typeof(SchemaUpgrade)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <param name="upTo">The last script to run; null for all.</param>
    /// <exception cref="StoreException">The store was made by a newer program, or a script failed.</exception>
    public static void Run(ISqlDialect dialect, string? upTo = null)
    {
        var engine = dialect
            .Upgrade()
            .WithScriptsEmbeddedInAssembly(
                typeof(SchemaUpgrade).Assembly,
                name => Scripts.Contains(name) && (upTo is null || string.CompareOrdinal(name, upTo) <= 0)
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

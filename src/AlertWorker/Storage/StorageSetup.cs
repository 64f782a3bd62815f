using AlertWorker.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlertWorker.Storage;

/// <summary>Puts the room together.</summary>
public static class StorageSetup
{
    /// <summary>The engine a configuration asks for.</summary>
    public static ISqlDialect Dialect(Settings settings) =>
        settings.Storage.Provider == "postgres"
            ? new PostgresDialect(settings.Storage.ConnectionString ?? "")
            : new SqliteDialect(SqliteFile(settings));

    /// <summary>Adds the store. The database is opened before, so that a refusal comes before anything else starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Database database) =>
        services
            .AddSingleton(database)
            .AddSingleton<StatusStore>()
            .AddSingleton<EntryStore>()
            .AddSingleton<LedgerStore>()
            .AddSingleton<ClaimArchive>()
            .AddSingleton<AlertStore>()
            .AddSingleton<FeedStateStore>()
            .AddSingleton<HubSubscriptionStore>()
            .AddSingleton<DeliveryStore>()
            .AddSingleton<SubscriberStore>()
            .AddSingleton<ThreadStore>()
            .AddSingleton<DeliverySignal>()
            .AddSingleton<LeaseStore>()
            .AddSingleton<Retention>()
            .AddSingleton<NodeStore>()
            .AddSingleton<StoreWatch>();

    private static string SqliteFile(Settings settings) =>
        settings.Storage.ConnectionString is { } connection
            ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(
                connection.Contains('=', StringComparison.Ordinal) ? connection : $"Data Source={connection}"
            ).DataSource
            : Path.Combine(settings.DataDirectory, "alertworker.db");
}

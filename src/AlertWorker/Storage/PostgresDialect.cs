using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Npgsql;

namespace AlertWorker.Storage;

/// <summary>A database shared by any number of nodes.</summary>
public sealed class PostgresDialect : ISqlDialect
{
    private const string Worker = "AlertWorker";
    private const int SchedulerSessions = 6;

    private readonly NpgsqlDataSource _source;

    /// <param name="connectionString">As Npgsql reads it; never logged.</param>
    /// <param name="application">The name its sessions go by; a worker's own unless given.</param>
    public PostgresDialect(string connectionString, string application = Worker)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString).Options;
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = application,
            // A node frozen inside a transaction must not hold its locks until somebody wakes it, and none of ours ever rests in one.
            Options = $"{given} -c idle_in_transaction_session_timeout=8000 -c lock_timeout=30000",
        };
        ConnectionString = settings.ToString();
        Place = $"{settings.Host}:{settings.Port}/{settings.Database}";
        _source = NpgsqlDataSource.Create(ConnectionString);
        SchedulerConnectionString = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Options = $"{given} -c idle_in_transaction_session_timeout=2000",
            MaxPoolSize = Math.Min(settings.MaxPoolSize, SchedulerSessions),
            Timeout = Math.Max(settings.Timeout, 30), // they wait for each other
        }.ToString();
    }

    /// <summary>
    /// For the scheduler, whose transactions are tiny and take turns. A frozen node is given its turn once with each session that waits for one,
    /// and keeps everybody waiting until that session is ended: so they are few, and ended soon.
    /// </summary>
    public string SchedulerConnectionString { get; }

    internal string ConnectionString { get; }

    public string Name => "postgres";

    public string Place { get; }

    public bool OneWriter => false;

    public string Identity => "bigint generated always as identity primary key";

    public string SkipLocked => " for update skip locked";

    public string Now(string parameter) => "(extract(epoch from statement_timestamp()) * 1000)::bigint";

    public string AnyOf(string column, string parameter) => $"{column} = any(@{parameter})";

    public string ExclusiveUntilCommit(long name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"select pg_advisory_xact_lock({name})");

    public IDisposable? Own() => null;

    public string CountWorkers =>
        $"select count(*) from pg_stat_activity where datname = current_database() and application_name = '{Worker}'";

    /// <summary>Its sessions end with the upgrade: nobody needs them again.</summary>
    public UpgradeEngineBuilder Upgrade() =>
        DeployChanges.To.PostgresqlDatabase(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString()
        );

    public async Task<DbConnection> Connect(CancellationToken cancellation) =>
        await _source.OpenConnectionAsync(cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}

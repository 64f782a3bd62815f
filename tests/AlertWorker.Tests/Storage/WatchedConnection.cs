using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace AlertWorker.Storage;

/// <summary>A connection whose calls somebody watches.</summary>
/// <param name="watch">Gets every statement before it is run; and null before each commit and after it.</param>
internal class WatchedConnection(DbConnection inner, Action<DbCommand?> watch) : DbConnection
{
    public static WatchedConnection Of(DbConnection connection, Action<DbCommand?> watch) =>
        connection is Npgsql.NpgsqlConnection
            ? new NpgsqlConnection(connection, watch)
            : new WatchedConnection(connection, watch);

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open() => inner.Open();

    public override void Close() => inner.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new Transaction(inner.BeginTransaction(isolationLevel), this, watch);

    protected override DbCommand CreateDbCommand() => new WatchedCommand(inner.CreateCommand(), this, watch);

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Dapper knows by this name that lists can be handed over as arrays.</summary>
    internal sealed class NpgsqlConnection(DbConnection inner, Action<DbCommand?> watch)
        : WatchedConnection(inner, watch);

    internal sealed class Transaction(DbTransaction inner, WatchedConnection connection, Action<DbCommand?> watch)
        : DbTransaction
    {
        public DbTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            watch(null);
            inner.Commit();
            watch(null);
        }

        public override void Rollback() => inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

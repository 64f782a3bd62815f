using System.Data.Common;
using DbUp.Builder;

namespace AlertWorker.Storage;

/// <summary>What differs between the two engines; everything else is SQL that both understand.</summary>
public interface ISqlDialect : IAsyncDisposable
{
    /// <summary><c>sqlite</c> or <c>postgres</c>, as in <c>Storage:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Where the data is, as an operator knows it; never with a password.</summary>
    string Place { get; }

    /// <summary>True where only one transaction can write at a time.</summary>
    bool OneWriter { get; }

    /// <summary>Column definition of a generated key.</summary>
    string Identity { get; }

    /// <summary>Appended to a select that claims rows other nodes may be claiming too.</summary>
    string SkipLocked { get; }

    /// <summary>The present in unix milliseconds, for leases: one clock for all nodes where there are several.</summary>
    /// <param name="parameter">This process's own present, taken where it is alone.</param>
    string Now(string parameter);

    /// <summary>The condition that a column holds one of the values of a list parameter.</summary>
    string AnyOf(string column, string parameter);

    /// <summary>Makes this transaction the only one in the cluster with the name; null where there is no cluster.</summary>
    string? ExclusiveUntilCommit(long name);

    /// <summary>Takes the store for this process; what it gives back lets go of it.</summary>
    /// <exception cref="StoreException">Another process has it.</exception>
    IDisposable? Own();

    /// <summary>Counts the sessions of workers on the store; null where <see cref="Own"/> keeps them away.</summary>
    string? CountWorkers => null;

    /// <summary>What keeps the store in shape, once a day; null where the engine sees to that.</summary>
    string? Upkeep => null;

    UpgradeEngineBuilder Upgrade();

    /// <summary>An open connection, to be disposed by the caller.</summary>
    Task<DbConnection> Connect(CancellationToken cancellation);
}

using System.Data.Common;
using DbUp.Builder;

namespace AlertWorker.Storage;

/// <summary>A store that dies with the process.</summary>
/// <param name="lives">Asked at every call; false from the process's death on.</param>
internal class MortalDialect(ISqlDialect inner, Func<bool> lives) : ISqlDialect
{
    public string Name => inner.Name;

    public string Place => inner.Place;

    public bool OneWriter => inner.OneWriter;

    public string Identity => inner.Identity;

    public string SkipLocked => inner.SkipLocked;

    public string Now(string parameter) => inner.Now(parameter);

    public string AnyOf(string column, string parameter) => inner.AnyOf(column, parameter);

    public string? ExclusiveUntilCommit(long name) => inner.ExclusiveUntilCommit(name);

    public IDisposable? Own() => inner.Own();

    public UpgradeEngineBuilder Upgrade() => inner.Upgrade();

    public virtual Task<DbConnection> Connect(CancellationToken cancellation)
    {
        Live();
        return inner.Connect(cancellation);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    protected void Live()
    {
        if (!lives())
            throw new IOException("the process is dead");
    }

    /// <summary>Dies also at single statements, before a commit, and after one: the effect is done, and its answer lost.</summary>
    internal sealed class ToTheStatement(ISqlDialect inner, Func<bool> lives) : MortalDialect(inner, lives)
    {
        public override async Task<DbConnection> Connect(CancellationToken cancellation) =>
            WatchedConnection.Of(await base.Connect(cancellation), _ => Live());
    }
}

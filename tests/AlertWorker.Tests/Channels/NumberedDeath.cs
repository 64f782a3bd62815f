using System.Data.Common;
using AlertWorker.Storage;
using DbUp.Builder;

namespace AlertWorker.Channels;

/// <summary>Counts every call to the database and the network; at the chosen one the process is dead, and nothing it does has an effect any more.</summary>
internal sealed class NumberedDeath(int at)
{
    private int _calls;
    private int _at = at;

    public int Calls => Volatile.Read(ref _calls);

    public bool IsDead => Calls >= _at;

    /// <summary>One call; false when the process died at it, or before.</summary>
    public bool Step() => Interlocked.Increment(ref _calls) < _at;

    /// <summary>The process was started anew, and dies no more.</summary>
    public void Revive() => _at = int.MaxValue;

    /// <summary>A store that dies with the process.</summary>
    public sealed class Dialect(ISqlDialect inner, NumberedDeath death) : ISqlDialect
    {
        public string Name => inner.Name;

        public string Place => inner.Place;

        public bool OneWriter => inner.OneWriter;

        public string Identity => inner.Identity;

        public string SkipLocked => inner.SkipLocked;

        public string AnyOf(string column, string parameter) => inner.AnyOf(column, parameter);

        public string? ExclusiveUntilCommit(long name) => inner.ExclusiveUntilCommit(name);

        public IDisposable? Own() => inner.Own();

        public UpgradeEngineBuilder Upgrade() => inner.Upgrade();

        public Task<DbConnection> Connect(CancellationToken cancellation) =>
            death.Step() ? inner.Connect(cancellation) : throw new IOException("the process is dead");

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

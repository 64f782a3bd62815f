using System.Collections.Concurrent;

namespace AlertWorker.Feeds;

/// <summary>One connection at a time to a host and port, and what the host asked for with Retry-After.</summary>
public sealed class HostGate(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; disposing what comes back, once or more often, gives it on.</summary>
    public async Task<IDisposable> Enter(Uri url, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(url.Authority, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    /// <summary>Until when the host asked to be left alone; null when it may be asked now.</summary>
    public DateTimeOffset? NotBefore(Uri url) =>
        _notBefore.TryGetValue(url.Authority, out var until) && until > clock.GetUtcNow() ? until : null;

    /// <summary>Leaves the host alone for what it asked for, up to five minutes: one address that asks for years must not silence the others.</summary>
    public void Hold(Uri url, TimeSpan time)
    {
        var until = clock.GetUtcNow() + (time < Longest ? time : Longest);
        _notBefore.AddOrUpdate(url.Authority, until, (_, known) => known > until ? known : until);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}

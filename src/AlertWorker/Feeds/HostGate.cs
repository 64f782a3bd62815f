using System.Collections.Concurrent;

namespace AlertWorker.Feeds;

/// <summary>One connection at a time to a host and port, and what the host asked for with Retry-After.</summary>
public sealed class HostGate(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; disposing what comes back, once or more often, gives it on.</summary>
    public Task<Turn> Enter(Uri url, CancellationToken cancellation) => Enter(url, held: null, cancellation);

    /// <summary>As above, for who was sent on: a turn at the same host goes on, one at another host is given up first.</summary>
    public async Task<Turn> Enter(Uri url, Turn? held, CancellationToken cancellation)
    {
        if (held is { IsOver: false } && held.Of.Equals(url.Authority, StringComparison.OrdinalIgnoreCase))
            return held;
        held?.Dispose();
        var gate = _gates.GetOrAdd(url.Authority, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate, url.Authority);
    }

    /// <summary>Waits until no other large body is held: ten of them at once would fill the memory.</summary>
    public async Task<Turn> EnterLarge(CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd("", _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate, "", GiveBack);
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

    /// <summary>The collector would wait until several large bodies had been read before it looked for the memory of the first.</summary>
    private static void GiveBack() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}

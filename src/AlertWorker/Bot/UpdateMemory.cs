using System.Data.Common;
using System.Globalization;
using AlertWorker.Channels;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>How far the updates were handled, and whether this node is the one to handle them.</summary>
public sealed class UpdateMemory(BotStateStore store, PumpParts parts)
{
    private const string Key = "offset";

    /// <summary>After a quiet week Telegram may begin its numbers anew, and a smaller one is no replay.</summary>
    private static readonly TimeSpan NumbersLast = TimeSpan.FromDays(6);

    private Lease? _lease;
    private int? _last;

    public TimeProvider Time => parts.Time;

    /// <summary>True when this node had the bot and another one may have it by now: nothing more is answered.</summary>
    public bool IsOver => _lease is { IsOver: true };

    /// <summary>True while this node has the bot to itself; false also while the store is away.</summary>
    public async Task<bool> HoldsLease(CancellationToken cancellation)
    {
        if (!await parts.Watch.IsThere(cancellation))
            return false;
        _lease = await parts.Leases.TryHold(TelegramGate.Lease, parts.Node, PumpParts.LeaseTime, cancellation);
        return _lease is not null;
    }

    /// <summary>To be called with what the store answered instead of doing its work.</summary>
    public void Lost(DbException problem) => parts.Watch.Lost(problem);

    /// <summary>The first update not handled yet; null to take what comes.</summary>
    public async Task<int?> Offset(CancellationToken cancellation)
    {
        var stored = await store.Find(Key, cancellation);
        _last =
            stored is var (value, at) && parts.Time.GetUtcNow() - at < NumbersLast
                ? int.Parse(value, CultureInfo.InvariantCulture)
                : null;
        return _last + 1;
    }

    /// <summary>False for an update handled before.</summary>
    public bool IsNew(int update) => _last is not { } last || update > last;

    /// <summary>Stores how far the updates were handled.</summary>
    /// <exception cref="LeaseLostException">Another node handles them by now, and may have come further.</exception>
    public async Task Remember(int update, CancellationToken cancellation)
    {
        _last = Math.Max(update, _last ?? int.MinValue);
        await store.Save(Key, _last.Value.ToString(CultureInfo.InvariantCulture), _lease, cancellation);
    }
}

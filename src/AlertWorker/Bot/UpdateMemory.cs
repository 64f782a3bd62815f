using System.Globalization;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>How far the updates were handled, and whether this node is the one to handle them.</summary>
public sealed class UpdateMemory(BotStateStore store, TimeProvider time)
{
    private const string Key = "offset";

    /// <summary>After a quiet week Telegram may begin its numbers anew, and a smaller one is no replay.</summary>
    private static readonly TimeSpan NumbersLast = TimeSpan.FromDays(6);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(28);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private int? _last;

    public TimeProvider Time => time;

    /// <summary>True while this node has the bot to itself.</summary>
    public Task<bool> HoldsLease(CancellationToken cancellation) => store.TryHold("bot", _node, Lease, cancellation);

    /// <summary>The first update not handled yet; null to take what comes.</summary>
    public async Task<int?> Offset(CancellationToken cancellation)
    {
        var stored = await store.Find(Key, cancellation);
        _last =
            stored is var (value, at) && time.GetUtcNow() - at < NumbersLast
                ? int.Parse(value, CultureInfo.InvariantCulture)
                : null;
        return _last + 1;
    }

    /// <summary>False for an update handled before.</summary>
    public bool IsNew(int update) => _last is not { } last || update > last;

    public async Task Remember(int update, CancellationToken cancellation)
    {
        _last = Math.Max(update, _last ?? int.MinValue);
        await store.Save(Key, _last.Value.ToString(CultureInfo.InvariantCulture), cancellation);
    }
}

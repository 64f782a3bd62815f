using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>What a channel answered and the store does not know yet.</summary>
internal sealed partial class Answers(PumpParts parts, ILogger logger)
{
    /// <summary>Answers that come within this time of each other are written together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private const int MostTogether = 1000;

    private readonly Channel<Settlement> _answered = Channel.CreateUnbounded<Settlement>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>Taken and not settled: such a row is never sent again by this process, whatever the store says of its lease.</summary>
    private readonly ConcurrentDictionary<string, byte> _open = new(StringComparer.Ordinal);
    private readonly DeliverySignal _written = new();
    private readonly Trouble _trouble = new(parts.Time);

    /// <summary>Completes when answers are written next: addresses are free again then.</summary>
    public Task Written => _written.Next;

    /// <summary>True while something is in hand.</summary>
    public bool AreAwaited => !_open.IsEmpty;

    /// <summary>Notes a delivery as taken.</summary>
    /// <returns>False when it is in hand already.</returns>
    public bool Await(QueuedDelivery queued) => _open.TryAdd(queued.Delivery.Id, 0);

    /// <summary>The delivery was not tried, and may be taken again.</summary>
    public void Forget(QueuedDelivery queued) => _open.TryRemove(queued.Delivery.Id, out _);

    public void Add(Settlement settlement) => _answered.Writer.TryWrite(settlement);

    /// <summary>Nothing more will be added.</summary>
    public void Complete() => _answered.Writer.Complete();

    /// <summary>Writes answers as they come, many in one transaction. An answer that cannot be written is kept until it can.</summary>
    public async Task Write(CancellationToken abandoning)
    {
        var group = new List<Settlement>();
        var last = parts.Time.GetTimestamp();
        while (await _answered.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // A single answer is written at once; in a stream of them a transaction each would be most of the work.
            if (Gathering - parts.Time.GetElapsedTime(last) is var soon && soon > TimeSpan.Zero)
                await parts.Time.Delay(soon, CancellationToken.None);
            Gather(group);
            while (await TrySettle(group) is { } e && !await SettleEach(group) && !abandoning.IsCancellationRequested)
            {
                Tell(e, group.Count);
                await _trouble.Rest(abandoning);
                Gather(group);
            }
            group.Clear();
            last = parts.Time.GetTimestamp();
            _written.Wake();
        }
    }

    private void Gather(List<Settlement> group)
    {
        while (group.Count < MostTogether && _answered.Reader.TryRead(out var settlement))
            group.Add(settlement);
    }

    /// <summary>One by one: an answer the store will not take, while it takes the next one, does not hold up the others.</summary>
    /// <param name="group">Holds what is still to be written afterwards.</param>
    /// <returns>False when the store is away.</returns>
    private async Task<bool> SettleEach(List<Settlement> group)
    {
        Settlement? stuck = null;
        while (group is [var next, ..])
        {
            var written = await TrySettle([next]) is null;
            if (!written && stuck is not null)
                break;
            group.RemoveAt(0);
            if (written && stuck is not null && await TrySettle([stuck]) is { } e)
                LogNotSettled(e, stuck.Queued.Delivery.Id, stuck.Outcome); // stays in _open: not sent again by this process
            stuck = written ? null : next;
        }
        if (stuck is not null)
            group.Add(stuck);
        return group.Count == 0;
    }

    private void Tell(Exception e, int count)
    {
        if (e is DbException away && count > 1)
            parts.Watch.Lost(away);
        else if (_trouble.IsNew(e))
            LogSettlingFailed(e, count);
    }

    /// <returns>What went wrong; null when all is written.</returns>
    private async Task<Exception?> TrySettle(List<Settlement> group)
    {
        if (group.Count == 0)
            return null;
        try
        {
            await parts.Store.Settle(group, CancellationToken.None);
            if (_trouble.IsOver())
                LogSettlingAgain();
            foreach (var settlement in group)
                _open.TryRemove(settlement.Queued.Delivery.Id, out _);
            if (group.Exists(settlement => settlement.Notices.Count > 0 || settlement.MovedTo is not null))
                parts.Signal.Wake();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    [LoggerMessage(LogLevel.Information, "Answers are written into the store again")]
    private partial void LogSettlingAgain();

    [LoggerMessage(
        LogLevel.Error,
        "The store takes other answers but not that delivery {Id} was {Outcome}; it is left as it is until the next start"
    )]
    private partial void LogNotSettled(Exception e, string id, string outcome);

    [LoggerMessage(LogLevel.Error, "{Count} answers cannot be written into the store; trying again")]
    private partial void LogSettlingFailed(Exception e, int count);
}

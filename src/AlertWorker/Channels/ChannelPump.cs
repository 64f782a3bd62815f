using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Drains one channel's deliveries: takes by lease, sends in parallel, settles in groups after the answers.</summary>
internal sealed partial class ChannelPump(IChannel channel, PumpParts parts, ILogger logger)
{
    /// <summary>A node that dies is replaced within this time.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    /// <summary>Looks at least this often, for what other processes put into the store.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>Answers that come within this time of each other are written together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private readonly Reach _reach = new(channel.Parallelism * 2, parts.Time);
    private readonly Channel<QueuedDelivery> _inHand = Channel.CreateUnbounded<QueuedDelivery>(
        new UnboundedChannelOptions { SingleWriter = true }
    );
    private readonly Channel<Settlement> _answered = Channel.CreateUnbounded<Settlement>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    /// <summary>Taken and not settled: such a row is never sent again by this process, whatever the store says of its lease.</summary>
    private readonly ConcurrentDictionary<string, byte> _open = new(StringComparer.Ordinal);
    private readonly DeliverySignal _settled = new();
    private long _asked;
    private volatile Lease? _lease;

    /// <summary>Runs until stopped, then lets what is in flight finish.</summary>
    /// <param name="stopping">Nothing more is taken.</param>
    /// <param name="abandoning">What is still in flight is given up: its answer will not be known.</param>
    public async Task Run(CancellationToken stopping, CancellationToken abandoning)
    {
        var settling = Settle(abandoning);
        var senders = Enumerable.Range(0, channel.Parallelism).Select(_ => SendAll(stopping, abandoning)).ToArray();
        await TakeAll(stopping);
        _inHand.Writer.Complete();
        await Task.WhenAll(senders);
        _answered.Writer.Complete();
        await settling;
    }

    private async Task TakeAll(CancellationToken stopping)
    {
        var more = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await parts.Watch.IsThere(stopping))
                    more = await TakeOrRest(more, stopping);
                else
                    await Pause(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
            catch (DbException e)
            {
                parts.Watch.Lost(e);
            }
            catch (Exception e)
            {
                LogTakingFailed(e, channel.Scheme);
                await Pause(stopping);
            }
        }
    }

    /// <summary>Takes what is due, or sleeps until something new is committed, an answer frees an address, or the next one falls due.</summary>
    /// <param name="more">True when there was more than could be taken last time.</param>
    /// <returns>True when there is still more than could be taken.</returns>
    private async Task<bool> TakeOrRest(bool more, CancellationToken stopping)
    {
        var (woken, freed) = (parts.Signal.Next, _settled.Next);
        var wait = Glance;
        var room = _reach.Now - _inHand.Reader.Count;
        if (!_open.IsEmpty)
            await IsMine(stopping);
        if (room >= _reach.Now / 2)
        {
            // Looking costs nothing; only what is due is worth a transaction.
            var due = more
                ? TimeSpan.Zero
                : await parts.Store.NextDue(channel.Scheme, stopping) - parts.Time.GetUtcNow();
            if (due <= TimeSpan.Zero && await IsMine(stopping) && await Take(room, stopping) is var taken && taken > 0)
            {
                if (taken == room)
                    _reach.Took();
                return taken == room;
            }
            wait = due > TimeSpan.Zero && due < Glance ? due.Value : Glance;
        }
        await Task.WhenAny(woken, freed, parts.Time.Delay(wait, stopping));
        return false;
    }

    /// <summary>True when this node is the one that sends on the channel; asked again often enough to keep it.</summary>
    private async Task<bool> IsMine(CancellationToken stopping)
    {
        if (!channel.IsOneNodes || (_lease is not null && parts.Time.GetElapsedTime(_asked) < LeaseTime / 6))
            return true;
        _asked = parts.Time.GetTimestamp();
        _lease = await parts.Leases.TryHold($"channel:{channel.Scheme}", parts.Node, LeaseTime, stopping);
        return _lease is not null;
    }

    private async Task<int> Take(int room, CancellationToken stopping)
    {
        var taken = await parts.Store.Take(channel.Scheme, parts.Node, room, LeaseTime, stopping);
        foreach (var queued in taken)
            if (_open.TryAdd(queued.Delivery.Id, 0))
                _inHand.Writer.TryWrite(queued);
        return taken.Count;
    }

    private async Task SendAll(CancellationToken stopping, CancellationToken abandoning)
    {
        await foreach (var queued in _inHand.Reader.ReadAllAsync(CancellationToken.None))
        {
            // A lease that has run out belongs to somebody else: this node was asleep.
            if (
                stopping.IsCancellationRequested
                || parts.Time.GetUtcNow() >= queued.LeaseUntil
                || _lease is { IsOver: true }
            )
                _open.TryRemove(queued.Delivery.Id, out _);
            else if (await Send(queued, abandoning) is { } settlement)
                _answered.Writer.TryWrite(settlement);
        }
    }

    private async Task<Settlement?> Send(QueuedDelivery queued, CancellationToken abandoning)
    {
        try
        {
            var message = await parts.Writer.Write(queued, abandoning);
            var receipt = message is null
                ? new Receipt.Refused("what it was to tell is no longer in the store")
                : await channel.Send(message, abandoning);
            Note(queued, receipt);
            return await parts.Settling.Of(queued, receipt, abandoning);
        }
        catch (OperationCanceledException) when (abandoning.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            LogSendingFailed(e, queued.Delivery.Id);
            return await parts.Settling.Of(queued, new Receipt.Later($"fault: {e.GetType().Name}"), abandoning);
        }
    }

    private void Note(QueuedDelivery queued, Receipt receipt)
    {
        var now = parts.Time.GetUtcNow();
        switch (receipt)
        {
            case Receipt.Sent:
                var from = queued.Delivery.NotBefore > queued.Created ? queued.Delivery.NotBefore : queued.Created;
                parts.Metrics.Dwelt(channel.Scheme, now - from);
                LogSent(queued.Delivery.Id, channel.Scheme);
                break;
            case Receipt.Later { Tried: true } later:
                LogLater(queued.Delivery.Id, channel.Scheme, later.Why);
                break;
            case Receipt.Refused refused:
                LogRefused(queued.Delivery.Id, channel.Scheme, refused.Why);
                break;
        }
        if (receipt is not Receipt.Later { Tried: false })
            parts.Metrics.Received(channel.Scheme, receipt.GetType().Name.ToLowerInvariant());
    }

    /// <summary>Writes answers as they come, many in one transaction. An answer that cannot be written is kept until it can.</summary>
    private async Task Settle(CancellationToken abandoning)
    {
        var group = new List<Settlement>();
        var last = parts.Time.GetTimestamp();
        while (await _answered.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // A single answer is written at once; in a stream of them a transaction each would be most of the work.
            if (Gathering - parts.Time.GetElapsedTime(last) is var soon && soon > TimeSpan.Zero)
                await parts.Time.Delay(soon, CancellationToken.None);
            while (group.Count < 500 && _answered.Reader.TryRead(out var settlement))
                group.Add(settlement);
            while (!await TrySettle(group) && !abandoning.IsCancellationRequested)
                await Pause(abandoning);
            foreach (var settlement in group)
                _open.TryRemove(settlement.Queued.Delivery.Id, out _);
            group.Clear();
            last = parts.Time.GetTimestamp();
            _settled.Wake();
        }
    }

    private async Task<bool> TrySettle(List<Settlement> group)
    {
        try
        {
            await parts.Store.Settle(group, CancellationToken.None);
            if (group.Exists(settlement => settlement.Notices.Count > 0 || settlement.MovedTo is not null))
                parts.Signal.Wake();
            return true;
        }
        catch (DbException e)
        {
            parts.Watch.Lost(e);
            return false;
        }
        catch (Exception e)
        {
            LogSettlingFailed(e, group.Count);
            return false;
        }
    }

    private Task Pause(CancellationToken stopping) =>
        parts.Time.Delay(Breath, stopping).ContinueWith(_ => { }, TaskScheduler.Default);

    [LoggerMessage(LogLevel.Information, "Delivery {Id} handed over to {Channel}")]
    private partial void LogSent(string id, string channel);

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} waits, {Channel} answered: {Why}")]
    private partial void LogLater(string id, string channel, string why);

    [LoggerMessage(LogLevel.Error, "Delivery {Id} was refused, {Channel} answered: {Why}")]
    private partial void LogRefused(string id, string channel, string why);

    [LoggerMessage(LogLevel.Error, "Deliveries of {Channel} cannot be taken from the store; trying again")]
    private partial void LogTakingFailed(Exception e, string channel);

    [LoggerMessage(LogLevel.Error, "Delivery {Id} failed")]
    private partial void LogSendingFailed(Exception e, string id);

    [LoggerMessage(LogLevel.Error, "{Count} answers cannot be written into the store; trying again")]
    private partial void LogSettlingFailed(Exception e, int count);
}

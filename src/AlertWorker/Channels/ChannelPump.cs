using System.Data.Common;
using System.Threading.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Drains one channel's deliveries: takes by lease, sends in parallel, settles in groups after the answers.</summary>
internal sealed partial class ChannelPump(IChannel channel, PumpParts parts, ILogger logger)
{
    /// <summary>What takes longer to hand over may go out twice, when it was begun at the end of its lease.</summary>
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(10);

    /// <summary>Looks at least this often, for what other processes put into the store.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    /// <summary>A delivery that makes this program stumble so often is given up: what comes after it must not wait a day.</summary>
    private const int MostFaults = 3;

    /// <summary>What is urgent passes even what is in hand already; the rest goes in the order it was taken.</summary>
    private static readonly Comparer<QueuedDelivery> UrgentFirst = Comparer<QueuedDelivery>.Create(
        (a, b) => (b.Delivery.Urgent, a.LeaseUntil).CompareTo((a.Delivery.Urgent, b.LeaseUntil))
    );

    private readonly Reach _reach = new(channel.Parallelism * 2, parts.Time);
    private readonly Channel<QueuedDelivery> _inHand = Channel.CreateUnboundedPrioritized(
        new UnboundedPrioritizedChannelOptions<QueuedDelivery> { SingleWriter = true, Comparer = UrgentFirst }
    );
    private readonly Answers _answers = new(parts, logger);

    private readonly Trouble _taking = new(parts.Time);
    private long _asked;
    private volatile Lease? _lease;

    /// <summary>Runs until stopped, then lets what is in flight finish.</summary>
    /// <param name="stopping">Nothing more is taken.</param>
    /// <param name="abandoning">What is still in flight is given up: its answer will not be known.</param>
    public async Task Run(CancellationToken stopping, CancellationToken abandoning)
    {
        var settling = _answers.Write(abandoning);
        var senders = Enumerable.Range(0, channel.Parallelism).Select(_ => SendAll(stopping, abandoning)).ToArray();
        await TakeAll(stopping);
        _inHand.Writer.Complete();
        await Task.WhenAll(senders);
        _answers.Complete();
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
                    await parts.Time.Delay(Glance, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
            catch (DbException e)
            {
                parts.Watch.Lost(e);
            }
            catch (Exception e)
            {
                if (_taking.IsNew(e))
                    LogTakingFailed(e, channel.Scheme);
                await _taking.Rest(stopping);
            }
        }
    }

    /// <summary>Takes what is due, or sleeps until something new is committed, an answer frees an address, or the next one falls due.</summary>
    /// <param name="more">True when there was more than could be taken last time.</param>
    /// <returns>True when there is still more than could be taken.</returns>
    private async Task<bool> TakeOrRest(bool more, CancellationToken stopping)
    {
        var (woken, freed) = (parts.Signal.Next, _answers.Written);
        var wait = Glance;
        var room = _reach.Now - _inHand.Reader.Count;
        if (_answers.AreAwaited)
            await IsMine(stopping);
        if (room >= _reach.Now / 2)
        {
            // Looking costs nothing; only what is due is worth a transaction.
            var due = more
                ? TimeSpan.Zero
                : await parts.Store.NextDue(channel.Scheme, stopping) - parts.Time.GetUtcNow();
            if (_taking.IsOver())
                LogTakingAgain(channel.Scheme);
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
        if (
            channel.Lease is not { } name
            || (_lease is { IsOver: false } && parts.Time.GetElapsedTime(_asked) < PumpParts.LeaseTime / 6)
        )
            return true;
        _asked = parts.Time.GetTimestamp();
        _lease = await parts.Leases.TryHold(name, parts.Node, PumpParts.LeaseTime, stopping);
        return _lease is not null;
    }

    private async Task<int> Take(int room, CancellationToken stopping)
    {
        var taken = await parts.Store.Take(channel.Scheme, parts.Node, room, PumpParts.LeaseTime, stopping);
        foreach (var queued in taken)
            if (_answers.Await(queued))
                _inHand.Writer.TryWrite(queued);
        return taken.Count;
    }

    private async Task SendAll(CancellationToken stopping, CancellationToken abandoning)
    {
        await foreach (var queued in _inHand.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stopping.IsCancellationRequested)
                _answers.Forget(queued);
            else if (await Send(queued, abandoning) is { } settlement)
                _answers.Add(settlement);
        }
    }

    /// <summary>A lease that has run out belongs to somebody else: this node was asleep, or the channel is slow.</summary>
    private bool IsOurs(QueuedDelivery queued) =>
        parts.Time.GetUtcNow() + HandOver < queued.LeaseUntil && _lease is not { IsOver: true };

    private async Task<Settlement?> Send(QueuedDelivery queued, CancellationToken abandoning)
    {
        try
        {
            var message = await parts.Writer.Write(queued, abandoning);
            var receipt = message is null
                ? new Receipt.Refused("what it was to tell is no longer in the store")
                : await channel.Send(message with { IsOurs = () => IsOurs(queued) }, abandoning);
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
            var fault = $"fault: {e.GetType().Name}";
            var givenUp = e is not DbException && queued.Tries + 1 >= MostFaults;
            return await parts.Settling.Of(
                queued,
                givenUp ? new Receipt.Refused(fault) : new Receipt.Later(fault),
                abandoning
            );
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

    [LoggerMessage(LogLevel.Information, "Delivery {Id} handed over to {Channel}")]
    private partial void LogSent(string id, string channel);

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} waits, {Channel} answered: {Why}")]
    private partial void LogLater(string id, string channel, string why);

    [LoggerMessage(LogLevel.Error, "Delivery {Id} was refused, {Channel} answered: {Why}")]
    private partial void LogRefused(string id, string channel, string why);

    [LoggerMessage(LogLevel.Error, "Deliveries of {Channel} cannot be taken from the store; trying again")]
    private partial void LogTakingFailed(Exception e, string channel);

    [LoggerMessage(LogLevel.Information, "Deliveries of {Channel} are taken from the store again")]
    private partial void LogTakingAgain(string channel);

    [LoggerMessage(LogLevel.Error, "Delivery {Id} failed")]
    private partial void LogSendingFailed(Exception e, string id);
}

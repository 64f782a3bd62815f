using System.Data.Common;
using AlertWorker.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace AlertWorker.Bot;

/// <summary>Gets the updates of Telegram, on one node of the cluster: asks for them, or has them delivered where a webhook is configured.</summary>
public sealed partial class UpdateLoop(
    TelegramGate gate,
    UpdateDesk desk,
    WebhookDoor door,
    UpdateMemory memory,
    ChatTurns turns,
    ILogger<UpdateLoop> logger
) : BackgroundService
{
    private const int LongPollSeconds = 10;

    private const int Conflict = 409;

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(3);

    /// <summary>Another program uses this token: asking more often would only take its updates away.</summary>
    private static readonly TimeSpan LongBreath = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var wait = await Go(stoppingToken);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, memory.Time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (LeaseLostException e)
            {
                LogTakenOver(e.Message);
            }
            catch (DbException e)
            {
                memory.Lost(e);
            }
            catch (Exception e)
            {
                LogFailed(e);
                await Task.Delay(Breath, memory.Time, CancellationToken.None);
            }
        }
    }

    /// <returns>How long to wait before the next step.</returns>
    private async Task<TimeSpan> Go(CancellationToken stopping)
    {
        if (
            gate.Client is null
            || !await memory.HoldsLease(stopping)
            || !await desk.IntroduceOurselves(registers: true, stopping)
        )
            return Breath;
        if (!door.IsOpen)
            return await Poll(stopping);
        await door.Register(stopping);
        return Breath;
    }

    private async Task<TimeSpan> Poll(CancellationToken stopping)
    {
        var offset = await memory.Offset(stopping);
        var (updates, fault) = await gate.Ask(
            (bot, patience) => bot.GetUpdates(offset, 100, LongPollSeconds, UpdateDesk.Wanted, patience),
            stopping
        );
        if (fault is null)
        {
            // Frozen while it waited, this node may have been replaced: then what it got is answered by the other one.
            if (updates is { Length: > 0 } && await memory.HoldsLease(stopping))
                await Answer(updates, stopping);
            return TimeSpan.Zero;
        }
        if (fault.Code != Conflict)
        {
            LogNoUpdates(fault.Description);
            return Breath;
        }
        if (fault.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase))
        {
            await door.Unregister(stopping); // one of an earlier configuration
            return Breath;
        }
        LogTaken(fault.Description);
        return LongBreath;
    }

    /// <summary>Has them answered, then stores the offset. Whatever was handled before is not again, and what another node may answer by now is left to it.</summary>
    private async Task Answer(Update[] updates, CancellationToken stopping)
    {
        Task AnswerOurs(Update one) => memory.IsOver ? Task.CompletedTask : desk.Answer(one, stopping);
        var fresh = updates.Where(update => memory.IsNew(update.Id)).DistinctBy(update => update.Id);
        await turns.Wait([.. fresh.Select(one => turns.Add(UpdateDesk.ChatOf(one), () => AnswerOurs(one)))], stopping);
        if (memory.IsOver)
            throw new LeaseLostException("This node was frozen, or answering took too long.");
        await memory.Remember(updates.Max(update => update.Id), stopping);
    }

    [LoggerMessage(LogLevel.Warning, "Telegram gives no updates: {Why}")]
    private partial void LogNoUpdates(string why);

    [LoggerMessage(
        LogLevel.Error,
        "Another program asks for the updates of this bot; stop it, or use another token: {Why}"
    )]
    private partial void LogTaken(string why);

    [LoggerMessage(LogLevel.Warning, "The bot goes on elsewhere: {Why}")]
    private partial void LogTakenOver(string why);

    [LoggerMessage(LogLevel.Error, "Asking Telegram for updates failed")]
    private partial void LogFailed(Exception e);
}

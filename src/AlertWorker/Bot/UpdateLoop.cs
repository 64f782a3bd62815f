using System.Data.Common;
using System.Globalization;
using AlertWorker.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AlertWorker.Bot;

/// <summary>Asks Telegram for updates, on one node of the cluster, and remembers how far it came.</summary>
public sealed partial class UpdateLoop(
    TelegramGate gate,
    Conversation conversation,
    UpdateMemory memory,
    CommandMenu menu,
    ILogger<UpdateLoop> logger
) : BackgroundService
{
    private const int LongPollSeconds = 10;

    /// <summary>Chats that are answered at the same time.</summary>
    private const int Parallelism = 8;

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(3);
    private static readonly UpdateType[] Wanted =
    [
        UpdateType.Message,
        UpdateType.CallbackQuery,
        UpdateType.MyChatMember,
    ];

    private string? _name;
    private string? _known;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (gate.Client is null || !await memory.HoldsLease(stoppingToken) || !await Poll(stoppingToken))
                    await Task.Delay(Breath, memory.Time, stoppingToken);
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
        await GiveBack();
    }

    private async Task GiveBack()
    {
        try
        {
            await memory.GiveBack();
        }
        catch (DbException e)
        {
            memory.Lost(e); // the lease ends by itself
        }
    }

    /// <returns>False when Telegram gave no answer: time to breathe.</returns>
    private async Task<bool> Poll(CancellationToken stopping)
    {
        if (!await IntroduceOurselves(stopping))
            return false;
        var offset = await memory.Offset(stopping);
        var (updates, fault) = await gate.Ask(
            (bot, patience) => bot.GetUpdates(offset, 100, LongPollSeconds, Wanted, patience),
            stopping
        );
        if (fault is not null)
        {
            LogNoUpdates(fault.Description);
            return false;
        }
        // Frozen while it waited, this node may have been replaced: then what it got is answered by the other one.
        if (updates is null or [] || !await memory.HoldsLease(stopping))
            return true;
        await Answer(updates, stopping);
        return true;
    }

    private async Task<bool> IntroduceOurselves(CancellationToken stopping)
    {
        var token = gate.Client?.Token;
        if (_name is not null && token == _known)
            return true;
        var (me, fault) = await gate.Ask((bot, patience) => bot.GetMe(patience), stopping);
        if (me?.Username is not { } name)
        {
            LogNoUpdates(fault?.Description ?? "no answer");
            return false;
        }
        (_name, _known) = (name, token);
        await menu.Register(stopping);
        LogSpeaking(name);
        return true;
    }

    /// <summary>Chats side by side, the updates of one in their order; then the offset is stored. Whatever was handled before is not again.</summary>
    private async Task Answer(Update[] updates, CancellationToken stopping)
    {
        var fresh = new List<Update>();
        foreach (var update in updates)
            if (memory.IsNew(update.Id) && fresh.TrueForAll(known => known.Id != update.Id))
                fresh.Add(update);
        await Parallel.ForEachAsync(
            fresh.GroupBy(ChatOf),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stopping },
            async (chat, cancellation) =>
            {
                foreach (var update in chat)
                    await Answer(update, cancellation);
            }
        );
        await memory.Remember(updates.Max(update => update.Id), stopping);
    }

    private async Task Answer(Update update, CancellationToken cancellation)
    {
        try
        {
            await conversation.Handle(update, _name!, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUpdateFailed(e, update.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static long ChatOf(Update update) =>
        update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;

    [LoggerMessage(LogLevel.Information, "The bot @{Name} listens")]
    private partial void LogSpeaking(string name);

    [LoggerMessage(LogLevel.Warning, "Telegram gives no updates: {Why}")]
    private partial void LogNoUpdates(string why);

    [LoggerMessage(LogLevel.Error, "Update {Id} failed")]
    private partial void LogUpdateFailed(Exception e, string id);

    [LoggerMessage(LogLevel.Warning, "The bot goes on elsewhere: {Why}")]
    private partial void LogTakenOver(string why);

    [LoggerMessage(LogLevel.Error, "Asking Telegram for updates failed")]
    private partial void LogFailed(Exception e);
}

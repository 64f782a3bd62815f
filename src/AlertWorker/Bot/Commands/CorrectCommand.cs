using System.Globalization;
using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/correct ALERT TEXT</c>, or <c>/correct TEXT</c> as the answer to an alert, for operators: withdraws it for everybody who got it.</summary>
public sealed class CorrectCommand(BotWorld world, ChatAlerts alerts, OperatorParts parts) : IBotCommand
{
    public string Name => "correct";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (!world.IsOperator(chat.User))
            return BotReply.Of(chat, chat.Say("bot.unknown"));
        var (alert, why) = await Read(chat, argument, cancellation);
        if (why.Length == 0)
            return BotReply.Of(chat, "/correct ALERT TEXT, or answer an alert with /correct TEXT");
        if (alert is null)
            return BotReply.Of(chat, "There is no such alert.");
        return BotReply.Of(
            chat,
            await parts.Withdrawal.Of(alert, why, cancellation) is { } told
                ? string.Create(CultureInfo.InvariantCulture, $"Withdrawn. Addresses that get the correction: {told}")
                : "It was withdrawn before."
        );
    }

    /// <summary>Never "the newest alert": what is withdrawn is named, or answered to.</summary>
    private async Task<(Alert? Alert, string Why)> Read(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (chat.ReplyTo is not null)
            return (await alerts.Meant(chat, cancellation), argument);
        return argument.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var id, var why]
            ? (await alerts.Find(id, cancellation), why)
            : (null, "");
    }
}

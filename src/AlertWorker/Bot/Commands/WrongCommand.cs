using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/wrong TEXT</c>: a false or a missed alert, told to the operators as a case they can file.</summary>
public sealed class WrongCommand(BotWorld world, ChatAlerts alerts, OperatorPost operators) : IBotCommand
{
    private const int Longest = 1000;

    public string Name => "wrong";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var alert = chat.ReplyTo is null && argument.Length > 0 ? null : await alerts.Meant(chat, cancellation);
        if (alert is null && argument.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.wrong.ask"));
        var said = SafeText.Line(argument);
        await operators.Tell(
            alert is null ? "Reported as missed" : "Reported as false",
            string.Join(
                '\n',
                $"label: {(alert is null ? "missed" : "false")}",
                $"by: chat {chat.Id}, user {chat.User}",
                $"said: {(said.Length > Longest ? said[..Longest] + "…" : said)}",
                $"alert: {alert?.Id ?? "-"}",
                $"crossing: {alert?.Crossing ?? world.Search.NamedIn(said)?.Id ?? "-"}",
                $"entries: {(alert is null ? "-" : string.Join(' ', alert.Because))}",
                $"evidence: {(alert is null ? "-" : alert.Quotes[0].Text)}"
            ),
            cancellation
        );
        return BotReply.Of(chat, chat.Say("bot.wrong.done"));
    }
}

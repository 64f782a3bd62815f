using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/wrong TEXT</c>: a false or a missed alert, filed as a labelled case and told to the operators. Who says so is not passed on.</summary>
public sealed class WrongCommand(BotWorld world, ChatAlerts alerts, OperatorPost operators, CaseFiles cases)
    : IBotCommand
{
    private const int Longest = 1000;

    public string Name => "wrong";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var alert = chat.ReplyTo is null && argument.Length > 0 ? null : await alerts.Meant(chat, cancellation);
        if (alert is null && argument.Length == 0)
            return BotReply.Of(chat, chat.Say("bot.wrong.ask"));
        var said = SafeText.Line(argument);
        said = said.Length > Longest ? said[..Longest] + "…" : said;
        var crossing = alert?.Crossing ?? world.Search.NamedIn(said)?.Id;
        var file = await cases.File(alert, crossing, said, cancellation);
        await operators.Tell(
            alert is null ? "Reported as missed" : "Reported as false",
            string.Join(
                '\n',
                $"label: {(alert is null ? "missed" : "false")}",
                $"said: {said}",
                $"alert: {alert?.Id ?? "-"}",
                $"crossing: {crossing ?? "-"}",
                $"entries: {(alert is null ? "-" : string.Join(' ', alert.Because))}",
                $"evidence: {(alert is null ? "-" : alert.Quotes[0].Text)}",
                $"case: {file ?? "not filed, there are too many"}"
            ),
            cancellation
        );
        var about = alert is null ? "" : $"\n{world.Subject(alert, chat)}";
        return BotReply.Of(chat, chat.Say("bot.wrong.done") + about);
    }
}

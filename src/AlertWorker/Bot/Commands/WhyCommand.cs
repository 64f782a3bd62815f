using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary><c>/why</c>: the chain behind an alert – the one answered to, or the newest: every statement, who made it, and the rule that decided.</summary>
public sealed class WhyCommand(BotWorld world, ChatAlerts alerts) : IBotCommand
{
    public string Name => "why";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var alert =
            argument.Length > 0 ? await alerts.Find(argument, cancellation) : await alerts.Meant(chat, cancellation);
        return alert is null ? BotReply.Of(chat, chat.Say("bot.noalert")) : new BotReply(Chain(chat, alert));
    }

    private ComposedMessage Chain(BotChat chat, Alert alert)
    {
        var clock = ZoneClock.For(chat.Person.TimeZone, chat.Catalog);
        var evidence = world.Messages.Link($"alerts/{Uri.EscapeDataString(alert.Id)}");
        return new ComposedMessage(
            chat.Catalog.Language,
            chat.Catalog.RightToLeft,
            [
                new MessageLine(new MessageSpan(world.Subject(alert, chat), SpanStyle.Bold)),
                new MessageLine([
                    .. chat.Catalog.Text(
                        "bot.why.rule",
                        ("rule", new MessageSpan(alert.Reason, Foreign: true)),
                        ("time", new MessageSpan(clock.Full(alert.At)))
                    ),
                ]),
                new MessageLine(),
                .. Wording.Statements(alert, chat.Catalog, chat.Person.TimeZone),
                .. evidence is null
                    ? []
                    : new[] { new MessageLine(new MessageSpan(evidence, SpanStyle.Plain, evidence, true)) },
            ]
        )
        {
            More = evidence,
        };
    }
}

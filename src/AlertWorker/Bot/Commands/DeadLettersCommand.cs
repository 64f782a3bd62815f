using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/deadletters</c>, for operators: what was given up, newest first.</summary>
public sealed class DeadLettersCommand(BotWorld world, OperatorParts parts) : IBotCommand
{
    private const int Most = 10;

    public string Name => "deadletters";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (!world.IsOperator(chat.User))
            return BotReply.Of(chat, chat.Say("bot.unknown"));
        var counts = await parts.Deliveries.Counts(cancellation);
        var dead = await parts.Deliveries.InState("dead", Most, cancellation);
        var summary = string.Join(
            ", ",
            counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")
        );
        return BotReply.Of(
            chat,
            string.Join(
                '\n',
                dead.Select(queued =>
                        $"{queued.Delivery.Id} {queued.Delivery.Address}: {SafeText.Line(queued.Problem ?? "-")}"
                    )
                    .Prepend($"Deliveries: {(summary.Length > 0 ? summary : "none")}")
            )
        );
    }
}

using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/feeds</c>, for operators: the feeds that do not answer well, and since when.</summary>
public sealed class FeedsCommand(BotWorld world, OperatorParts parts) : IBotCommand
{
    private const int Most = 40;

    public string Name => "feeds";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (!world.IsOperator(chat.User))
            return BotReply.Of(chat, chat.Say("bot.unknown"));
        var clock = ZoneClock.For(chat.Person.TimeZone, chat.Catalog);
        var states = await parts.Feeds.All(cancellation);
        var unwell = states
            .Where(state => state.Condition is not (FeedCondition.Ok or FeedCondition.Waiting))
            .ToArray();
        return BotReply.Of(
            chat,
            string.Join(
                '\n',
                unwell
                    .Take(Most)
                    .Select(state =>
                        $"{state.Feed}: {state.Condition.ToString().ToLowerInvariant()}"
                        + (state.Since is { } since ? $" since {clock.Full(since)}" : "")
                        + (state.Reason is { } reason ? $" – {SafeText.Line(reason)}" : "")
                    )
                    .Prepend($"Feeds: {states.Count} known, {unwell.Length} not well")
            )
        );
    }
}

using System.Globalization;

namespace AlertWorker.Bot;

/// <summary><c>/say CROSSING TEXT</c> or <c>/say all TEXT</c>, for operators: a person's message to those who follow the crossing, or to everybody.</summary>
public sealed class SayCommand(BotWorld world, OperatorParts parts) : IBotCommand
{
    public string Name => "say";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        if (!world.IsOperator(chat.User))
            return BotReply.Of(chat, chat.Say("bot.unknown"));
        if (argument.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is not [var whom, var text])
            return BotReply.Of(chat, "/say CROSSING TEXT, or /say all TEXT");
        var crossing = whom.ToLowerInvariant();
        if (crossing != "all" && !world.Crossings.ContainsKey(crossing))
            return BotReply.Of(chat, $"{whom} is no crossing: /say needs its id as /status shows it, or all");
        var told = await parts.Announcement.Tell(crossing == "all" ? null : crossing, text, cancellation);
        return BotReply.Of(chat, string.Create(CultureInfo.InvariantCulture, $"Addresses it goes to: {told}"));
    }
}

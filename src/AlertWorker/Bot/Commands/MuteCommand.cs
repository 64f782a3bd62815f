using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary><c>/mute</c>: nothing more of one incident – the one answered to, or the newest this chat heard of.</summary>
public sealed class MuteCommand(BotWorld world, Subscriptions people, ChatAlerts alerts) : IBotCommand
{
    /// <summary>Older ones are over.</summary>
    private const int MostMuted = 50;

    public string Name => "mute";

    public async Task<BotReply> Run(BotChat chat, string argument, CancellationToken cancellation)
    {
        var alert = argument.Length > 0 ? null : await alerts.Meant(chat, cancellation);
        var incident = argument.Length > 0 ? argument : alert?.Incident;
        if (incident is null)
            return BotReply.Of(chat, chat.Say("bot.noalert"));
        var muted = chat.Person.MutedIncidents.Where(known => known != incident).Append(incident).TakeLast(MostMuted);
        await people.Save(chat.Person with { MutedIncidents = [.. muted] }, cancellation);
        var about = alert is null ? "" : $"\n{world.Subject(alert, chat)}";
        return BotReply.Of(chat, chat.Say("bot.mute.done") + about);
    }
}

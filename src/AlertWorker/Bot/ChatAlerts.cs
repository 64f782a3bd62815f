using System.Globalization;
using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Bot;

/// <summary>The alerts a chat got.</summary>
public sealed class ChatAlerts(ThreadStore threads, AlertStore alerts)
{
    /// <summary>The alert the message answers to; else the newest one the chat got; null for none.</summary>
    public async Task<Alert?> Meant(BotChat chat, CancellationToken cancellation)
    {
        var address = chat.Address.ToString();
        var id =
            chat.ReplyTo is { } message
                ? await threads.AlertOf(address, message.ToString(CultureInfo.InvariantCulture), cancellation)
            : (await threads.AlertsOf(address, 1, cancellation)) is [var newest] ? newest
            : null;
        return id is null ? null : await alerts.Find(id, cancellation);
    }

    /// <summary>Ids of the newest alerts the chat got.</summary>
    public Task<IReadOnlyList<string>> Newest(BotChat chat, CancellationToken cancellation) =>
        threads.AlertsOf(chat.Address.ToString(), 200, cancellation);

    /// <summary>The newest incidents the chat heard of.</summary>
    public Task<IReadOnlyList<string>> Incidents(BotChat chat, CancellationToken cancellation) =>
        threads.IncidentsOf(chat.Address.ToString(), 200, cancellation);

    public Task<Alert?> Find(string id, CancellationToken cancellation) => alerts.Find(id, cancellation);
}

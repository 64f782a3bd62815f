namespace AlertWorker.Channels;

/// <summary>Every channel there is: one line each.</summary>
public sealed class ChannelList(
    ConsoleChannel console,
    TelegramChannel telegram,
    EmailChannel email,
    WebhookChannel webhook
)
{
    public IReadOnlyList<IChannel> All { get; } = [console, telegram, email, webhook];

    /// <summary>The channel of a scheme; null when no channel has it.</summary>
    public IChannel? For(string scheme) => All.FirstOrDefault(channel => channel.Scheme == scheme);
}

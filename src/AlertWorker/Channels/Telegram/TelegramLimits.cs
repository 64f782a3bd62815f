namespace AlertWorker.Channels;

/// <summary>How fast a token may send. The official figures are those of the Bots FAQ, "My bot is hitting limits".</summary>
/// <param name="Spacing">Between any two messages.</param>
/// <param name="ChatSpacing">Between two messages to one chat.</param>
/// <param name="PerGroupMinute">Most messages to one group or channel in any minute.</param>
public sealed record TelegramLimits(TimeSpan Spacing, TimeSpan ChatSpacing, int PerGroupMinute)
{
    /// <summary>30 a second with a margin for the network's jitter, 1 a second in a chat, 20 a minute in a group.</summary>
    public static TelegramLimits Official { get; } =
        new(TimeSpan.FromMilliseconds(34), TimeSpan.FromMilliseconds(1020), 20);

    /// <summary>For a Bot API server of one's own that has no limits.</summary>
    public static TelegramLimits None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, int.MaxValue);
}

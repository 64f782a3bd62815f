using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary>What the bot answers.</summary>
/// <param name="Text">The message.</param>
public sealed record BotReply(ComposedMessage Text)
{
    /// <summary>Buttons under it, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<BotButton>> Buttons { get; init; } = [];

    /// <summary>Edits the message whose button was pressed instead of sending another.</summary>
    public bool InPlace { get; init; }

    /// <summary>An answer of plain lines, parted by <c>\n</c>.</summary>
    public static BotReply Of(BotChat chat, string text) =>
        new(
            new ComposedMessage(
                chat.Catalog.Language,
                chat.Catalog.RightToLeft,
                [.. text.Split('\n').Select(line => new MessageLine(new MessageSpan(line)))]
            )
        );
}

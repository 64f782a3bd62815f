namespace AlertWorker.Channels;

/// <summary>The buttons under an alert: mute the incident, and why it was sent.</summary>
/// <param name="token">The bot's token now; null without one.</param>
public sealed class AlertButtons(Func<MessageWorld> world, Func<string?> token)
{
    public const char Mute = 'm';
    public const char Why = 'y';

    private ButtonSeal? _seal;

    /// <summary>None where nobody can press: notices, and channels by name.</summary>
    public IReadOnlyList<AlertButton> Under(OutgoingMessage message)
    {
        if (
            message.Alert is not { } alert
            || token() is not { } key
            || TelegramAddress.Parse(message.Target)?.Number is not { } chat
        )
            return [];
        var (catalog, seal) = (world().Catalogs.For(message.Text.Language), SealOf(key));
        return
        [
            new AlertButton(catalog.Plain("button.mute"), seal.Seal(chat, Mute, alert.Incident)),
            new AlertButton(catalog.Plain("button.why"), seal.Seal(chat, Why, alert.Id)),
        ];
    }

    /// <summary>A seal is made of the token alone: made once, and again when the token changes.</summary>
    private ButtonSeal SealOf(string key) =>
        _seal is { } known && known.Token == key ? known : _seal = new ButtonSeal(key);
}

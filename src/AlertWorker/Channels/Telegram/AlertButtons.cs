using System.Globalization;
using Telegram.Bot.Types.ReplyMarkups;

namespace AlertWorker.Channels;

/// <summary>The buttons under an alert: mute the incident, and why it was sent.</summary>
/// <param name="token">The bot's token now; null without one.</param>
public sealed class AlertButtons(Func<MessageWorld> world, Func<string?> token)
{
    public const char Mute = 'm';
    public const char Why = 'y';

    private ButtonSeal? _seal;

    /// <summary>Null where nobody can press: notices, and channels by name.</summary>
    public InlineKeyboardMarkup? Under(OutgoingMessage message)
    {
        if (
            message.Alert is not { } alert
            || token() is not { } key
            || TelegramAddress.Parse(message.Target) is not { IsChannel: false } to
        )
            return null;
        var catalog = world().Catalogs.For(message.Text.Language);
        var (seal, chat) = (SealOf(key), long.Parse(to.Chat, CultureInfo.InvariantCulture));
        return new InlineKeyboardMarkup([
            [
                InlineKeyboardButton.WithCallbackData(
                    catalog.Plain("button.mute"),
                    seal.Seal(chat, Mute, alert.Incident)
                ),
                InlineKeyboardButton.WithCallbackData(catalog.Plain("button.why"), seal.Seal(chat, Why, alert.Id)),
            ],
        ]);
    }

    /// <summary>A seal is made of the token alone: made once, and again when the token changes.</summary>
    private ButtonSeal SealOf(string key) =>
        _seal is { } known && known.Token == key ? known : _seal = new ButtonSeal(key);
}

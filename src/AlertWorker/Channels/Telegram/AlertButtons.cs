using System.Runtime.CompilerServices;
using System.Text.Json;
using AlertWorker.Alerts;

namespace AlertWorker.Channels;

/// <summary>The buttons under an alert: mute the incident, and why it was sent.</summary>
/// <param name="token">The bot's token now; null without one.</param>
public sealed class AlertButtons(Func<MessageWorld> world, Func<string?> token)
{
    public const char Mute = 'm';
    public const char Why = 'y';

    /// <summary>What readers of one language have in common.</summary>
    private readonly ConditionalWeakTable<MessageCatalog, Words> _words = [];

    /// <summary>What readers of one alert have in common.</summary>
    private readonly ConditionalWeakTable<Alert, Hashes> _hashes = [];

    private ButtonSeal? _seal;

    /// <summary>None where nobody can press: notices, and channels by name.</summary>
    /// <param name="to">Where the message goes.</param>
    public IReadOnlyList<AlertButton> Under(OutgoingMessage message, TelegramAddress to)
    {
        if (message.Alert is not { } alert || token() is not { } key || to.Number is not { } chat)
            return [];
        var seal = SealOf(key);
        var words = _words.GetValue(world().Catalogs.For(message.Text.Language), static catalog => new Words(catalog));
        var hashes = _hashes.GetValue(alert, static alert => new Hashes(alert));
        return
        [
            new AlertButton(words.Mute, seal.Seal(chat, Mute, hashes.Incident)),
            new AlertButton(words.Why, seal.Seal(chat, Why, hashes.Alert)),
        ];
    }

    /// <summary>A seal is made of the token alone: made once, and again when the token changes.</summary>
    private ButtonSeal SealOf(string key) =>
        _seal is { } known && known.Token == key ? known : _seal = new ButtonSeal(key);

    private sealed class Words(MessageCatalog catalog)
    {
        public JsonEncodedText Mute { get; } = JsonEncodedText.Encode(catalog.Plain("button.mute"));
        public JsonEncodedText Why { get; } = JsonEncodedText.Encode(catalog.Plain("button.why"));
    }

    private sealed class Hashes(Alert alert)
    {
        public string Incident { get; } = ButtonSeal.Hash(alert.Incident);
        public string Alert { get; } = ButtonSeal.Hash(alert.Id);
    }
}

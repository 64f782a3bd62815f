using AlertWorker.Alerts;
using AlertWorker.Channels;

namespace AlertWorker.Bot;

/// <summary>Who speaks, and where.</summary>
/// <param name="Id">Numeric id of the chat.</param>
/// <param name="Address">Chat and forum topic.</param>
/// <param name="User">Numeric id of who speaks: the only thing anybody is known by.</param>
/// <param name="Person">What the chat subscribed; a blank one when it has not.</param>
/// <param name="IsKnown">True when it is in the store.</param>
/// <param name="Catalog">Its language.</param>
/// <param name="ReplyTo">Id of the message answered to; null for none.</param>
public sealed record BotChat(
    long Id,
    TelegramAddress Address,
    long User,
    Subscriber Person,
    bool IsKnown,
    MessageCatalog Catalog,
    int? ReplyTo
)
{
    /// <summary>The text of a key, its places filled.</summary>
    public string Say(string key, params (string Place, string Value)[] values) =>
        string.Concat(
            Catalog
                .Text(key, [.. values.Select(v => (v.Place, new MessageSpan(SafeText.Line(v.Value))))])
                .Select(span => span.Text)
        );
}

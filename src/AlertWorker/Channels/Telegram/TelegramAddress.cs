using System.Globalization;
using Telegram.Bot.Types;

namespace AlertWorker.Channels;

/// <summary>Where in Telegram: a chat or channel, and a forum topic in it. Written <c>telegram:-1001234/42</c> or <c>telegram:@name</c>.</summary>
/// <param name="Chat">Numeric id or <c>@name</c>.</param>
/// <param name="Topic">Thread id of a forum topic; null for none.</param>
public readonly record struct TelegramAddress(string Chat, int? Topic)
{
    /// <summary>Groups and channels have negative ids or names, and a budget of their own.</summary>
    public bool IsGroup => Chat[0] is '-' or '@';

    /// <summary>A broadcast channel by its public name: nobody can answer there.</summary>
    public bool IsChannel => Chat[0] == '@';

    /// <summary>Numeric id of the chat; null for a name.</summary>
    public long? Number => IsChannel ? null : long.Parse(Chat, CultureInfo.InvariantCulture);

    public ChatId Id => Number is { } number ? new ChatId(number) : new ChatId(Chat);

    /// <summary>Reads what stands behind <c>telegram:</c>; null when it is neither a number nor a name.</summary>
    public static TelegramAddress? Parse(string target)
    {
        var (chat, topic) = target.Split('/') switch
        {
            [var c] => (c, null),
            [var c, var t] => (c, t),
            _ => ("", null),
        };
        int? thread = null;
        if (topic is not null)
        {
            if (!int.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            thread = number;
        }
        var known =
            long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id != 0
            || (chat.Length > 1 && chat[0] == '@' && chat.Skip(1).All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        return known ? new TelegramAddress(chat, thread) : null;
    }

    public override string ToString() => Topic is { } topic ? $"telegram:{Chat}/{topic}" : $"telegram:{Chat}";
}

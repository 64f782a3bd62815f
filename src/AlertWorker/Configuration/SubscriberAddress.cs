using System.Text.RegularExpressions;

namespace AlertWorker.Configuration;

/// <summary>The addresses a message can be sent to.</summary>
public static partial class SubscriberAddress
{
    /// <summary>What is wrong with an address, and what is allowed; null when nothing is.</summary>
    /// <param name="address">With its scheme, like <c>mailto:name@example.org</c>.</param>
    /// <param name="allowPrivate">Webhooks may go to private networks.</param>
    public static string? Problem(string address, bool allowPrivate)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var (scheme, rest) = colon < 0 ? ("", address) : (address[..colon], address[(colon + 1)..]);
        return scheme switch
        {
            "mailto" => AddrSpec.IsPlain(rest)
                ? null
                : "is not one plain mail address; allowed: mailto:name@example.org without names, quotes or lists",
            "telegram" => Chat().IsMatch(rest)
                ? null
                : "is not a Telegram chat; allowed: telegram: and the numeric chat id (negative for groups and channels), "
                    + "with /42 for a topic, or @name of a public channel",
            "http" or "https" => CommonChecks.ProblemOfWebAddress(address, allowPrivate),
            "console" => null,
            _ =>
                "is not an address the worker can send to; allowed: mailto:name@example.org, telegram:123456, https://… or console:",
        };
    }

    [GeneratedRegex(
        @"\A(-?[1-9][0-9]{0,17}|@[A-Za-z][A-Za-z0-9_]{2,31})(/[1-9][0-9]{0,8})?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Chat();
}

using System.Net.Mail;
using System.Text.RegularExpressions;

namespace AlertWorker.Configuration;

/// <summary>Mail addresses as a subscriber may give them: one plain <c>name@domain</c> and nothing besides.</summary>
public static partial class AddrSpec
{
    private const int LongestName = 64; // RFC 5321 §4.5.3.1.1
    private const int LongestAddress = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets

    /// <summary>
    /// True for a dot-atom of ASCII, "@", and a domain of labels (RFC 5322 §3.4.1): no display name, quotes, comments, address literals, lists or
    /// control characters, and nothing a mail reader would decode (RFC 2047) – all of these have been used to smuggle recipients.
    /// </summary>
    public static bool IsPlain(string text) =>
        text.Length <= LongestAddress
        && Shape().Match(text) is { Success: true } match
        && match.Groups["name"].Length <= LongestName
        && !text.Contains("=?", StringComparison.Ordinal);

    /// <summary>True for a sender: a plain address, or <c>Name &lt;address&gt;</c> without control characters.</summary>
    public static bool IsSender(string text) =>
        !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && IsPlain(address.Address);

    [GeneratedRegex(
        @"\A(?<name>[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();
}

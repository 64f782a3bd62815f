using MimeKit;

namespace AlertWorker.Channels;

/// <summary>A mail of ours that came back for good.</summary>
/// <param name="Delivery">Id of the delivery, from the Message-ID of what was returned.</param>
/// <param name="Recipient">Whose mailbox it was.</param>
/// <param name="Why">The server's words.</param>
internal sealed record BouncedMail(string Delivery, string Recipient, string Why)
{
    /// <summary>Nothing will ever reach these: no such mailbox, host or form of address, moved without a new address, mailbox switched off (RFC 3463 §3.2, §3.3).</summary>
    private static readonly string[] Gone = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

    /// <summary>
    /// Reads a delivery status notification (RFC 3464). It counts only with the Message-ID of the mail it is about: whoever writes to the mailbox
    /// without having had one from us stops nobody's messages.
    /// </summary>
    public static IReadOnlyList<BouncedMail> Read(MimeMessage notification)
    {
        if (Returned(notification.Body) is not { } id || id.Split('@') is not [{ Length: > 0 } delivery, ..])
            return [];
        return
        [
            .. notification
                .BodyParts.OfType<MessageDeliveryStatus>()
                .SelectMany(status => status.StatusGroups)
                .Where(group =>
                    group["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true
                    && Gone.Contains(group["Status"]?.Trim().Split(' ')[0])
                )
                .Select(group => (Recipient: Address(group["Final-Recipient"] ?? ""), Group: group))
                .Where(failed => failed.Recipient.Length > 0)
                .Select(failed => new BouncedMail(delivery, failed.Recipient, Answer(failed.Group))),
        ];
    }

    /// <summary>Message-ID of the mail that was returned, whole or as its headers alone.</summary>
    private static string? Returned(MimeEntity? body) =>
        body switch
        {
            MessagePart { Message: { } message } => message.MessageId,
            TextPart headers when headers.ContentType.IsMimeType("text", "rfc822-headers") => HeaderList
                .Load(headers.Content!.Open())[HeaderId.MessageId]
                ?.Trim('<', '>', ' '),
            Multipart parts => parts.Select(Returned).FirstOrDefault(id => id is not null),
            _ => null,
        };

    /// <summary>The server's words, which as a rule begin with the status.</summary>
    private static string Answer(HeaderList group)
    {
        var status = group["Status"]?.Trim() ?? "";
        var words = group["Diagnostic-Code"]?.Split(';', 2)[^1].Trim() ?? "";
        return Alerts.SafeText.Line(words.Contains(status, StringComparison.Ordinal) ? words : $"{status} {words}");
    }

    /// <summary><c>rfc822;name@example.org</c></summary>
    private static string Address(string field) =>
        field.Split(';', 2) is [var kind, var address]
        && kind.Trim().Equals("rfc822", StringComparison.OrdinalIgnoreCase)
            ? address.Trim().Trim('<', '>')
            : "";
}

using AlertWorker.Alerts;
using MimeKit;

namespace AlertWorker.Channels;

/// <summary>Makes the mail of a message: text and HTML, threaded, with headers that tell machines what it is.</summary>
/// <param name="from">Sender, with or without a display name.</param>
public sealed class MailWriter(MailboxAddress from)
{
    private string Domain => from.Domain is { Length: > 0 } domain ? domain : "localhost";

    /// <summary>Reads <c>Email:From</c>.</summary>
    /// <exception cref="ParseException">It is no address.</exception>
    public static MailWriter For(string from) => new(MailboxAddress.Parse(from));

    /// <summary>The mail.</summary>
    /// <param name="to">One plain address; nothing else is accepted, so that nobody can add recipients or headers.</param>
    /// <exception cref="FormatException">It is not one plain address.</exception>
    public MimeMessage Write(OutgoingMessage message, string to, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = message.Text.Subject,
            Date = now,
            MessageId = $"{message.Id}@{Domain}",
        };
        mail.From.Add(from);
        mail.To.Add(Recipient(to));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        mail.Headers.Add(HeaderId.ListId, $"Crossing alerts <alerts.{Domain}>");
        mail.Headers.Add("Content-Language", message.Text.Language);
        if (message.Unsubscribe is { } unsubscribe)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        if (message.Thread is var (first, last))
        {
            mail.InReplyTo = first;
            mail.References.Add(first);
            if (last != first)
                mail.References.Add(last);
        }
        mail.Body = Body(message.Text);
        return mail;
    }

    /// <summary>Reads one plain addr-spec.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static MailboxAddress Recipient(string address) =>
        !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"')
        && !address.Contains("=?", StringComparison.Ordinal)
        && MailboxAddress.TryParse(address, out var mailbox)
        && mailbox.Address == address
        && mailbox.Domain.Length > 0
            ? mailbox
            : throw new FormatException($"'{SafeText.Line(address)}' is not one plain mail address");

    private static MultipartAlternative Body(ComposedMessage text)
    {
        var plain = new TextPart("plain");
        plain.SetText(System.Text.Encoding.UTF8, text.PlainText.ReplaceLineEndings("\r\n") + "\r\n");
        var html = new TextPart("html");
        html.SetText(System.Text.Encoding.UTF8, MailHtml.Render(text).ReplaceLineEndings("\r\n"));
        return new MultipartAlternative(plain, html);
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using MimeKit;

namespace AlertWorker.Channels;

/// <summary>Makes the mail of a message: text and HTML, threaded, with headers that tell machines what it is.</summary>
public sealed class MailWriter
{
    private readonly MailboxAddress _from;

    /// <summary>Readers of one language get the same words, and so the same parts.</summary>
    private readonly ConditionalWeakTable<ComposedMessage, Parts> _parts = [];

    private readonly DkimSeal? _seal;

    private MailWriter(EmailOptions options)
    {
        (Options, _from) = (options, MailboxAddress.Parse(options.From));
        _seal = options.Dkim is { } dkim ? new DkimSeal(dkim, Domain) : null;
    }

    /// <summary>Who it writes for, as configured.</summary>
    public EmailOptions Options { get; }

    private string Domain => _from.Domain is { Length: > 0 } domain ? domain : "localhost";

    /// <summary>Writes in the name of <c>Email:From</c>.</summary>
    /// <exception cref="ParseException">It is no address.</exception>
    public static MailWriter For(EmailOptions options) => new(options);

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
        mail.From.Add(_from);
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
        _seal?.Sign(mail);
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

    private MultipartAlternative Body(ComposedMessage text)
    {
        var parts = _parts.GetValue(text, static text => new Parts(text));
        return new MultipartAlternative(Part("plain", parts.Plain), Part("html", parts.Html));
    }

    private static TextPart Part(string kind, byte[] content)
    {
        var part = new TextPart(kind) { Content = new MimeContent(new MemoryStream(content, writable: false)) };
        part.ContentType.Charset = "utf-8";
        return part;
    }

    /// <summary>Both renderings of a message, in UTF-8 with the line ends of mail.</summary>
    private sealed class Parts(ComposedMessage text)
    {
        public byte[] Plain { get; } = Bytes(text.PlainText + "\n");

        public byte[] Html { get; } = Bytes(MailHtml.Render(text));

        private static byte[] Bytes(string part) => Encoding.UTF8.GetBytes(part.ReplaceLineEndings("\r\n"));
    }
}

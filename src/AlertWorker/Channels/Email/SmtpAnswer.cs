using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace AlertWorker.Channels;

/// <summary>What an exception of the mail library means for the message (<c>reliability.md</c> §2).</summary>
public static class SmtpAnswer
{
    /// <returns>Null when the exception is none of a mail server's or network's making.</returns>
    public static Receipt? Classify(Exception fault) =>
        fault switch
        {
            SmtpCommandException refused => Refused(refused),
            SslHandshakeException => new Receipt.Later(
                "the mail server's certificate is not trusted: "
                    + Line(fault.InnerException?.Message ?? fault.Message.Split('\n')[0])
            ),
            AuthenticationException => new Receipt.Later(
                $"the mail server refused user name and password: {Line(fault.Message)}"
            ),
            NotSupportedException => new Receipt.Later(
                $"the mail server does not offer what is required: {Line(fault.Message)}"
            ),
            // Also after DATA: whether it arrived is unknown, so it is sent again under the same Message-ID.
            ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or IOException =>
                new Receipt.Later($"connection to the mail server lost: {Line(fault.Message)}"),
            SocketException => new Receipt.Later($"the mail server is out of reach: {Line(fault.Message)}"),
            TimeoutException => new Receipt.Later("the mail server did not answer in time"),
            _ => null,
        };

    private static Receipt Refused(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        var answer = $"{code} {Line(refused.Message)}";
        if (code is < 500 or > 599)
            return new Receipt.Later(answer);
        // 550, 551, 553: this mailbox; 5xx for anything else blames the message or us, never the reader.
        var mailbox = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && code is 550 or 551 or 553;
        return new Receipt.Refused(answer, Counts: mailbox && refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted);
    }

    private static string Line(string text) => Alerts.SafeText.Line(text);
}

using System.Text;
using AlertWorker.Configuration;
using MimeKit;
using MimeKit.Cryptography;

namespace AlertWorker.Channels;

/// <summary>Signs mails so that the receiving side can tell they are ours (RFC 6376).</summary>
internal sealed class DkimSeal
{
    /// <summary>What is signed; RFC 8058 §4 asks for both headers of the one-click unsubscription.</summary>
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MessageId,
        HeaderId.InReplyTo,
        HeaderId.References,
        HeaderId.ListId,
        HeaderId.ListUnsubscribe,
        HeaderId.ListUnsubscribePost,
        HeaderId.MimeVersion,
        HeaderId.ContentType,
    ];

    /// <summary>What may stand in a mail once only: named once more than it does, so that none can be added under the signature (RFC 6376 §8.15).</summary>
    private static readonly HeaderId[] Alone = [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date];

    private readonly DkimSigner _signer;

    /// <param name="options">With a key that can be read: the configuration was checked.</param>
    /// <param name="sender">The sender's domain.</param>
    public DkimSeal(DkimOptions options, string sender)
    {
        using var key = new MemoryStream(Encoding.ASCII.GetBytes(options.PrivateKey!));
        _signer = new DkimSigner(key, options.Domain ?? sender, options.Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
    }

    /// <summary>Adds the signature. Nothing of the mail may change any more; it is brought into a form that every server takes.</summary>
    public void Sign(MimeMessage mail)
    {
        mail.Prepare(EncodingConstraint.SevenBit);
        _signer.Sign(mail, [.. Signed.Where(id => Has(mail, id)), .. Alone]);
    }

    /// <summary>What describes the body stands with the body until the mail is written.</summary>
    private static bool Has(MimeMessage mail, HeaderId id) =>
        mail.Headers.Contains(id) || mail.Body?.Headers.Contains(id) == true;
}

using System.Security.Cryptography;
using AlertWorker.Configuration;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace AlertWorker.Channels;

public sealed class DkimTests
{
    [Fact]
    public async Task What_the_server_gets_bears_a_signature_that_the_public_key_proves()
    {
        using var rsa = RSA.Create(2048);
        var options = new EmailOptions
        {
            From = "AlertWorker <alerts@acme.example>",
            Dkim = new DkimOptions { Selector = "s1", PrivateKey = rsa.ExportRSAPrivateKeyPem() },
        };
        var message = SomeMessage.To("mailto:ops@desk.example") with { Unsubscribe = "https://alerts.example/u/1" };

        using var written = MailWriter.For(options).Write(message, "ops@desk.example", SomeAlertTime);
        using var wire = new MemoryStream();
        await written.WriteToAsync(wire, TestContext.Current.CancellationToken);
        wire.Position = 0;
        using var read = await MimeMessage.LoadAsync(wire, TestContext.Current.CancellationToken);

        var signature = read.Headers[HeaderId.DkimSignature];
        Assert.Contains("d=acme.example; s=s1", signature, StringComparison.Ordinal);
        Assert.Contains("list-unsubscribe-post", signature, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(":content-type:", signature, StringComparison.OrdinalIgnoreCase);
        var header = read.Headers[read.Headers.IndexOf(HeaderId.DkimSignature)];
        var proof = new DkimVerifier(new Keys(DotNetUtilities.GetRsaPublicKey(rsa)));
        Assert.True(await proof.VerifyAsync(read, header, TestContext.Current.CancellationToken));

        read.Headers.Insert(0, HeaderId.Subject, "another");
        Assert.False(await proof.VerifyAsync(read, header, TestContext.Current.CancellationToken));
    }

    private static DateTimeOffset SomeAlertTime { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The DNS, with one key in it.</summary>
    private sealed class Keys(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => key;

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(key);
    }
}
